package io.github.shikaku.benchmarks;

import java.nio.file.Path;
import java.util.List;

/** Something that is promised and can be measured. */
interface Figure {
  /** Name in the report; its lines begin with it. */
  String name();

  /** Measures it, in a fresh process and on a fresh folder that is removed afterwards. */
  List<Line> measure(Path folder) throws Exception;
}
