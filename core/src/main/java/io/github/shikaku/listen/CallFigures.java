package io.github.shikaku.listen;

import java.time.Duration;

/**
 * What a call took.
 *
 * @param duration from the call to its outcome
 * @param bytesOut size of the request; 0 when none was written
 * @param bytesIn size of the answer; 0 when none came
 */
public record CallFigures(Duration duration, long bytesOut, long bytesIn) {}
