package io.github.shikaku.exchange;

import io.github.shikaku.error.InvalidConfigurationException;
import io.github.shikaku.model.WireFormat;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way through the folders of 資格確認端末: requests are put into {@code req}, 連携アプリ takes them,
 * answers appear in {@code res}. The folder is usually a Windows share such as {@code
 * \\SIKAKUPC\OQS}.
 *
 * <p>Clients that share a {@link ShikakuRuntime} and a folder also share its names and its line of
 * requests: {@code workFolder}, {@code maxInFlight} and {@code withoutLongerNames} of the first one
 * hold for all of them, and a client that differs is warned of in the log.
 */
public final class FolderExchange implements Exchange {
  private static final Logger log = LoggerFactory.getLogger(FolderExchange.class);

  private static final int MOST_ANSWER_BYTES = 1 << 30;

  private final Path root;
  private final Path work;
  private final WireFormat format;
  private final boolean longerNames;
  private final int maxInFlight;
  private final Duration settle;
  private final int maxAnswerBytes;
  private final AnswerFiles answerFiles;
  private final @Nullable Path terminalConfig;
  private final FolderFiles files;

  private FolderExchange(Builder builder) {
    root = builder.root.toAbsolutePath().normalize();
    work = builder.work == null ? root.resolve(".shikaku") : builder.work.toAbsolutePath();
    format = builder.format;
    longerNames = builder.longerNames;
    maxInFlight = builder.maxInFlight;
    settle = builder.settle;
    maxAnswerBytes = builder.maxAnswerBytes;
    answerFiles = builder.answerFiles;
    terminalConfig = builder.terminalConfig;
    files = builder.files;
  }

  /** Starts an exchange over the folder that holds {@code req} and {@code res}. */
  public static Builder at(Path root) {
    return new Builder(root);
  }

  @Override
  public WireFormat format() {
    return format;
  }

  @Override
  public String address() {
    return root.toString();
  }

  @Override
  public ExchangeConnection connect(ConnectionSetup setup) {
    return new FolderConnection(this, setup);
  }

  Path root() {
    return root;
  }

  Path work() {
    return work;
  }

  boolean longerNames() {
    return longerNames;
  }

  int maxInFlight() {
    return maxInFlight;
  }

  @Override
  public int maxAnswerBytes() {
    return maxAnswerBytes;
  }

  Duration settle() {
    return settle;
  }

  AnswerFiles answerFiles() {
    return answerFiles;
  }

  @Nullable Path terminalConfig() {
    return terminalConfig;
  }

  FolderFiles files() {
    return files;
  }

  /** Collects what a folder exchange is made of. */
  public static final class Builder {
    private final Path root;
    private @Nullable Path work;
    private WireFormat format = WireFormat.XML_SHIFT_JIS;
    private boolean longerNames = true;
    private int maxInFlight = 200;
    private Duration settle = Duration.ofSeconds(5);
    private int maxAnswerBytes = 4 * 1024 * 1024;
    private AnswerFiles answerFiles = AnswerFiles.delete();
    private @Nullable Path terminalConfig;
    private FolderFiles files = new FolderFiles();

    private Builder(Path root) {
      this.root = root;
    }

    /**
     * Encoding of requests: {@code XML_SHIFT_JIS} (default) or {@code XML_UTF_8}. Answers tell
     * their own.
     */
    public Builder format(WireFormat value) {
      format = value;
      return this;
    }

    /**
     * Where names are reserved; {@code .shikaku} beside req and res by default. Every process and
     * terminal that shares the exchange folder must use the same one. It is made when it is
     * missing, its parent is not.
     */
    public Builder workFolder(Path folder) {
      work = folder;
      return this;
    }

    /**
     * Makes it an error when a day's 9,999 names of four digits are used up. By default the number
     * then has five digits, which 連携アプリ is believed but not known to take.
     */
    public Builder withoutLongerNames() {
      longerNames = false;
      return this;
    }

    /**
     * How many requests may be in flight at the terminal at once, 200 by default, at least 1; more
     * wait in line, at most for their time-out. What a terminal can take is not known.
     */
    public Builder maxInFlight(int number) {
      maxInFlight = number;
      return this;
    }

    /**
     * How long an incomplete answer must stay unchanged before it counts as unusable, 5 s by
     * default; more than zero. A whole answer is never held back for it.
     */
    public Builder settle(Duration time) {
      settle = time;
      return this;
    }

    /**
     * The largest answer that is read, in bytes, 4 MiB by default as with public clients, at most 1
     * GiB; a larger one is unusable.
     */
    public Builder maxAnswerBytes(int bytes) {
      maxAnswerBytes = bytes;
      return this;
    }

    /** What becomes of answer files that were handed over; deleted by default. */
    public Builder answerFiles(AnswerFiles policy) {
      answerFiles = policy;
      return this;
    }

    /**
     * 連携アプリ's config folder, where it can be read ({@code C:\ProgramData\OQS\OQSComApp\config}).
     * With it a kind of file that {@code encrypt.conf} encrypts is refused with a clear error
     * before anything is sent.
     */
    public Builder terminalConfig(Path folder) {
      terminalConfig = folder;
      return this;
    }

    Builder files(FolderFiles seam) {
      files = seam;
      return this;
    }

    /**
     * The exchange.
     *
     * @throws InvalidConfigurationException with every mistake at once
     */
    public FolderExchange build() {
      List<String> mistakes = new ArrayList<>();
      if (format == WireFormat.JSON_UTF_8) {
        mistakes.add("folders carry XML, not JSON");
      }
      if (maxInFlight < 1) {
        mistakes.add("maxInFlight must be at least 1");
      }
      if (settle.isNegative() || settle.isZero()) {
        mistakes.add("settle must be positive");
      }
      if (maxAnswerBytes < 1 || maxAnswerBytes > MOST_ANSWER_BYTES) {
        mistakes.add("maxAnswerBytes must be between 1 and " + MOST_ANSWER_BYTES);
      }
      if (!mistakes.isEmpty()) {
        throw new InvalidConfigurationException(mistakes);
      }
      if (!longerNames) {
        log.debug("requests beyond 9,999 a day will be refused");
      }
      return new FolderExchange(this);
    }
  }
}
