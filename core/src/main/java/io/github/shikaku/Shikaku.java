package io.github.shikaku;

import io.github.shikaku.audit.AuditSink;
import io.github.shikaku.audit.CallContext;
import io.github.shikaku.error.InvalidConfigurationException;
import io.github.shikaku.exchange.ConnectionSetup;
import io.github.shikaku.exchange.Exchange;
import io.github.shikaku.exchange.ExchangeConnection;
import io.github.shikaku.exchange.FileJournal;
import io.github.shikaku.exchange.Journal;
import io.github.shikaku.exchange.OpenTickets;
import io.github.shikaku.exchange.ShikakuRuntime;
import io.github.shikaku.listen.ShikakuListener;
import io.github.shikaku.model.InterfaceId;
import io.github.shikaku.model.MedicalInstitutionCode;
import io.github.shikaku.operation.MessageCodec;
import io.github.shikaku.operation.Road;
import io.github.shikaku.qualification.Qualifications;
import io.github.shikaku.wire.Catalogue;
import io.github.shikaku.wire.JsonReader;
import io.github.shikaku.wire.WireEncoder;
import io.github.shikaku.wire.WireEncoding;
import io.github.shikaku.wire.XmlReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A client of オンライン資格確認等システム for one medical institution. Thread-safe; keep one and close it at the
 * end.
 *
 * <pre>{@code
 * try (Shikaku shikaku = Shikaku.builder()
 *     .institution(MedicalInstitutionCode.of("1319999991"))
 *     .exchange(FolderExchange.at(Path.of("C:/OQS")).build())
 *     .build()) {
 *   QualificationAnswer answer = shikaku.qualifications().lookup(query);
 * }
 * }</pre>
 */
public final class Shikaku implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Shikaku.class);

  private final Client client;
  private final @Nullable CallContext context;

  /** What every view of one client shares. */
  private record Client(
      Road road,
      ExchangeConnection connection,
      @Nullable Journal ownJournal,
      @Nullable ShikakuRuntime ownRuntime) {}

  private Shikaku(Client client, @Nullable CallContext context) {
    this.client = client;
    this.context = context;
  }

  /** Starts a client. Institution and exchange are mandatory. */
  public static Builder builder() {
    return new Builder();
  }

  /** Qualification lookup (資格確認). */
  public Qualifications qualifications() {
    return new Qualifications(client.road(), context);
  }

  /** For what the SDK does not model yet. */
  public RawRequests raw() {
    return new RawRequests(client.road(), context);
  }

  /** A light view of this client on whose behalf somebody acts; closing it closes nothing. */
  public Shikaku onBehalfOf(CallContext who) {
    return new Shikaku(new Client(client.road(), client.connection(), null, null), who);
  }

  /**
   * Ends all waiting. What was sent stays in the journal and can be awaited by the next process.
   * What the client made itself (runtime, journal) is closed with it; what it was given is not.
   */
  @Override
  public void close() {
    if (context != null) {
      return;
    }
    try {
      client.road().close();
    } finally {
      closeOwn();
    }
  }

  private void closeOwn() {
    try {
      if (client.ownJournal() != null) {
        client.ownJournal().close();
      }
    } finally {
      if (client.ownRuntime() != null) {
        client.ownRuntime().close();
      }
    }
  }

  /** Collects what a client is made of. */
  public static final class Builder {
    private @Nullable MedicalInstitutionCode institution;
    private @Nullable Exchange exchange;
    private @Nullable ShikakuRuntime runtime;
    private @Nullable Journal journal;
    private Duration timeout = Duration.ofSeconds(60);
    private AuditSink audit = AuditSink.none();
    private boolean vendorCharacters;
    private Catalogue catalogue = Catalogue.standard();
    private final List<ShikakuListener> listeners = new ArrayList<>();
    private final Set<InterfaceId> allowed = new LinkedHashSet<>();

    private Builder() {}

    /** The institution that asks. Mandatory. */
    public Builder institution(MedicalInstitutionCode code) {
      institution = code;
      return this;
    }

    /** The way to OQS. Mandatory. */
    public Builder exchange(Exchange way) {
      exchange = way;
      return this;
    }

    /**
     * A runtime to share with other clients; it is not closed with this one. By default one of its
     * own.
     */
    public Builder runtime(ShikakuRuntime shared) {
      runtime = shared;
      return this;
    }

    /**
     * Where open requests are remembered. By default a {@link FileJournal} in the folder {@code
     * .shikaku/journal} of the user's home (or of the system property {@code shikaku.home}).
     *
     * <p>One journal may serve many institutions of one exchange address: a client sees the tickets
     * of its own institution only.
     */
    public Builder journal(Journal own) {
      journal = own;
      return this;
    }

    /** Remembers nothing: an answer that comes after a restart is lost. Logged as a warning. */
    public Builder withoutJournal() {
      journal = Journal.none();
      return this;
    }

    /**
     * How long a call waits when it does not say, 60 s by default. Answers are expected within 3 to
     * 7 seconds (技術解説書); one that comes later is not lost, see {@code Qualifications.pending()}.
     */
    public Builder timeout(Duration time) {
      timeout = time;
      return this;
    }

    /**
     * The audit trail. By default nothing is recorded, and nothing that needs a record can be sent.
     */
    public Builder auditSink(AuditSink sink) {
      audit = sink;
      return this;
    }

    /**
     * What is known of the interfaces: by default what this release knows, or that with corrections
     * of the vendor's own, see {@link Catalogue#overriddenBy}.
     */
    public Builder definitions(Catalogue corrected) {
      catalogue = corrected;
      return this;
    }

    /** Somebody who wants to know when calls start and how they end; may be called repeatedly. */
    public Builder listener(ShikakuListener listener) {
      listeners.add(listener);
      return this;
    }

    /**
     * Writes NEC and IBM extension characters (髙, ①) in Shift_JIS requests. Not in the official
     * character set (JIS90), so refused by default.
     */
    public Builder allowVendorCharacters() {
      vendorCharacters = true;
      return this;
    }

    /** Allows an interface although what is known of it is provisional. Logged as a warning. */
    public Builder allowProvisional(InterfaceId id) {
      allowed.add(id);
      return this;
    }

    /**
     * The client. Nothing is touched yet: no folder, no network, no thread.
     *
     * @throws InvalidConfigurationException with every mistake at once
     */
    public Shikaku build() {
      List<String> mistakes = new ArrayList<>();
      if (institution == null) {
        mistakes.add("institution is missing");
      } else if (!institution.isValid()) {
        mistakes.add("institution must have ten digits");
      }
      if (exchange == null) {
        mistakes.add("exchange is missing");
      }
      if (timeout.isNegative() || timeout.isZero()) {
        mistakes.add("timeout must be positive");
      }
      if (!mistakes.isEmpty() || institution == null || exchange == null) {
        throw new InvalidConfigurationException(mistakes);
      }
      warn();
      return build(institution, exchange);
    }

    private Shikaku build(MedicalInstitutionCode who, Exchange way) {
      ShikakuRuntime ownRuntime = runtime == null ? ShikakuRuntime.create() : null;
      ShikakuRuntime used = runtime == null ? ownRuntime : runtime;
      Journal ownJournal = journal == null ? FileJournal.at(home(who, way)) : null;
      Journal remembered = journal == null ? ownJournal : journal;
      if (used == null || remembered == null) {
        throw new IllegalStateException("a runtime and a journal were just made");
      }
      OpenTickets open = new OpenTickets(remembered);
      ExchangeConnection connection =
          way.connect(new ConnectionSetup(used, who, open, catalogue.web()));
      Road road =
          new Road(
              new Road.Vehicle(
                  who,
                  used,
                  connection,
                  open,
                  catalogue,
                  audit,
                  timeout,
                  Set.copyOf(allowed),
                  listeners),
              codec(way));
      return new Shikaku(new Client(road, connection, ownJournal, ownRuntime), null);
    }

    private void warn() {
      if (journal == Journal.none()) {
        log.warn("no journal: answers that come after a restart will be lost");
      }
      for (InterfaceId id : allowed) {
        log.warn("the provisional layout of {} was allowed by the application", id);
      }
    }

    private MessageCodec codec(Exchange way) {
      return switch (way.format()) {
        case XML_SHIFT_JIS -> xml(way, WireEncoder.of(WireEncoding.SHIFT_JIS));
        case XML_UTF_8 -> xml(way, WireEncoder.of(WireEncoding.UTF_8));
        case JSON_UTF_8 ->
            MessageCodec.json(JsonReader.create().withMaxBytes(way.maxAnswerBytes()));
      };
    }

    private MessageCodec xml(Exchange way, WireEncoder encoder) {
      return MessageCodec.xml(
          vendorCharacters ? encoder.allowVendorCharacters() : encoder,
          XmlReader.create().withMaxBytes(way.maxAnswerBytes()));
    }

    /**
     * One folder for each institution and address, because a ticket is awaited where it was sent.
     */
    private static Path home(MedicalInstitutionCode who, Exchange way) {
      String base = System.getProperty("shikaku.home");
      Path home =
          base == null ? Path.of(System.getProperty("user.home"), ".shikaku") : Path.of(base);
      return home.resolve("journal").resolve(who.wire() + "-" + shortHash(way.address()));
    }

    private static String shortHash(String text) {
      try {
        byte[] digest =
            MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest, 0, 6);
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java has SHA-256", e);
      }
    }
  }
}
