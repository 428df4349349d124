package io.github.shikaku.audit;

import java.io.IOException;
import java.util.Arrays;
import java.util.function.BooleanSupplier;

/** A disk that fails whenever it is told to; a failing write leaves a part, as a full disk does. */
final class FaultyStore implements TrailStore {
  private final TrailStore disk;
  private final BooleanSupplier fails;

  FaultyStore(TrailStore disk, BooleanSupplier fails) {
    this.disk = disk;
    this.fails = fails;
  }

  @Override
  public void write(long position, byte[] lines) throws IOException {
    if (fails.getAsBoolean()) {
      disk.write(position, Arrays.copyOf(lines, lines.length / 2));
      throw full();
    }
    disk.write(position, lines);
  }

  @Override
  public void cut(long length) throws IOException {
    failOr(() -> disk.cut(length));
  }

  @Override
  public void force() throws IOException {
    failOr(disk::force);
  }

  @Override
  public void replaceHead(byte[] line) throws IOException {
    failOr(() -> disk.replaceHead(line));
  }

  @Override
  public boolean isUntouched(long length) throws IOException {
    return disk.isUntouched(length);
  }

  @Override
  public void close() throws IOException {
    disk.close();
  }

  private void failOr(Step step) throws IOException {
    if (fails.getAsBoolean()) {
      throw full();
    }
    step.run();
  }

  private static IOException full() {
    return new IOException("No space left on device");
  }

  /** Something done to the disk. */
  private interface Step {
    void run() throws IOException;
  }
}
