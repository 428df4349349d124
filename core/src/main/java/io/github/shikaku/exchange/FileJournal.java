package io.github.shikaku.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.shikaku.error.ExchangeUnavailableException;
import io.github.shikaku.model.Basis;
import io.github.shikaku.model.InterfaceId;
import io.github.shikaku.model.MedicalInstitutionCode;
import io.github.shikaku.model.Ticket;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A journal of small files in a folder of the application: one file per open ticket, forced to the
 * disk.
 *
 * <p>Several processes may use one folder: each locks a slot (a sub-folder) of its own and takes
 * over the slots of processes that are gone. The folder must be on a local disk and never the
 * shared exchange folder.
 */
public final class FileJournal implements Journal {
  private static final Logger log = LoggerFactory.getLogger(FileJournal.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ENDING = ".json";
  private static final int SLOTS = 64;
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_-]{1,100}");

  /**
   * Slots of this process. File locks belong to the process: closing a second handle of a lock file
   * would give up the lock of the first journal, so a second journal must not even open it.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path folder;
  private final Map<Path, FileChannel> locks = new HashMap<>();
  private final Map<String, Entry> entries = new HashMap<>();
  private final JournalPages pages = new JournalPages();
  private @Nullable Path slot;
  private boolean closed;

  private record Entry(Ticket ticket, Path file) {}

  private FileJournal(Path folder) {
    this.folder = folder;
  }

  /** A journal in {@code folder}, which is created when it is first needed. */
  public static FileJournal at(Path folder) {
    return new FileJournal(folder.toAbsolutePath());
  }

  @Override
  public synchronized void add(Ticket ticket) {
    Path fresh = opened().resolve(ticket.identifier() + ENDING);
    try {
      byte[] page = JournalPages.filledUp(JSON.writeValueAsBytes(toJson(ticket)));
      Path file = pages.writeOver(page).orElse(fresh);
      if (file.equals(fresh)) {
        writeDurably(fresh, page);
      }
      entries.put(key(ticket), new Entry(ticket, file));
    } catch (IOException e) {
      throw new ExchangeUnavailableException("the journal cannot be written in " + folder, e);
    }
  }

  @Override
  public synchronized void remove(Ticket ticket) {
    opened();
    Entry entry = entries.remove(key(ticket));
    if (entry == null) {
      return;
    }
    try {
      pages.release(entry.file());
    } catch (IOException e) {
      entries.put(key(ticket), entry);
      throw new ExchangeUnavailableException("the journal cannot be written in " + folder, e);
    }
  }

  @Override
  public synchronized List<Ticket> pending() {
    opened();
    return entries.values().stream()
        .map(Entry::ticket)
        .sorted(Comparator.comparing(Ticket::reservedAt).thenComparing(Ticket::name))
        .toList();
  }

  @Override
  public synchronized void close() {
    closed = true;
    release();
  }

  private void release() {
    pages.clear();
    locks.forEach(
        (held, lock) -> {
          try {
            lock.close();
          } catch (IOException e) {
            log.warn("a lock of the journal in {} could not be released", folder, e);
          }
          HELD.remove(held);
        });
    locks.clear();
    entries.clear();
    slot = null;
  }

  /**
   * Two tickets may share a name only if one of them was never sent, so the identifier belongs to
   * the key.
   */
  private static String key(Ticket ticket) {
    return ticket.name() + "/" + ticket.identifier();
  }

  private Path opened() {
    if (closed) {
      throw new ExchangeUnavailableException("the journal in " + folder + " is closed", null);
    }
    if (slot == null) {
      try {
        slot = open();
      } catch (IOException e) {
        release();
        throw new ExchangeUnavailableException("the journal cannot be opened in " + folder, e);
      }
    }
    return slot;
  }

  /**
   * Locks every free slot: the first becomes ours, the others belonged to processes that are gone.
   */
  private Path open() throws IOException {
    Path own = null;
    for (int i = 0; i < SLOTS; i++) {
      Path candidate = folder.resolve(Integer.toString(i));
      boolean fresh = !Files.isDirectory(candidate);
      if (fresh && own != null) {
        break;
      }
      Files.createDirectories(candidate);
      if (lock(candidate)) {
        own = own == null ? candidate : own;
        load(candidate);
      }
    }
    if (own == null) {
      throw new IOException("all " + SLOTS + " slots are in use by other processes");
    }
    return own;
  }

  private boolean lock(Path candidate) throws IOException {
    Path held = candidate.toRealPath();
    if (!HELD.add(held)) {
      log.debug("slot {} is used by another client of this process", candidate);
      return false;
    }
    FileChannel channel = null;
    boolean locked = false;
    try {
      channel =
          FileChannel.open(
              candidate.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      locked = channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      log.debug("slot {} is used by another application in this process", candidate);
    } finally {
      if (!locked) {
        HELD.remove(held);
        if (channel != null) {
          channel.close();
        }
      }
    }
    if (locked && channel != null) {
      locks.put(held, channel);
    }
    return locked;
  }

  private void load(Path candidate) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(candidate, "*" + ENDING)) {
      for (Path file : files) {
        load(file, Files.readAllBytes(file));
      }
    }
  }

  /** One damaged entry must not keep the others, nor today's requests, from working. */
  private void load(Path file, byte[] content) throws IOException {
    if (JournalPages.isFree(content)) {
      Files.deleteIfExists(file);
      return;
    }
    try {
      Ticket ticket = ticket(content);
      entries.put(key(ticket), new Entry(ticket, file));
    } catch (IllegalArgumentException e) {
      Path aside = file.resolveSibling(file.getFileName() + ".damaged");
      Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
      log.error("a journal entry is damaged and was set aside as {}", aside);
    }
  }

  private static void writeDurably(Path file, byte[] content) throws IOException {
    Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
    try (FileChannel channel =
        FileChannel.open(
            temporary,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer buffer = ByteBuffer.wrap(content);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
    Files.move(
        temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    forceFolder(file);
  }

  /** Makes the new name itself durable; Windows has no such thing and its rename is journalled. */
  private static void forceFolder(Path file) throws IOException {
    Path parent = file.getParent();
    if (parent == null || !file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return;
    }
    try (FileChannel channel = FileChannel.open(parent, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static ObjectNode toJson(Ticket ticket) {
    ObjectNode node = JSON.createObjectNode();
    node.put("interface", ticket.interfaceId().value());
    node.put("name", ticket.name());
    node.put("identifier", ticket.identifier());
    node.put("institution", ticket.institution().wire());
    node.put("fingerprint", ticket.fingerprint());
    ticket.callerReference().ifPresent(reference -> node.put("reference", reference));
    node.put("basis", ticket.basis().name());
    node.put("reservedAt", ticket.reservedAt().toString());
    return node;
  }

  /**
   * The ticket of an entry.
   *
   * @throws IllegalArgumentException when the entry is damaged
   */
  static Ticket ticket(byte[] entry) {
    try {
      return toTicket(JSON.readTree(entry));
    } catch (IOException | DateTimeException e) {
      throw new IllegalArgumentException("the entry is damaged", e);
    }
  }

  private static Ticket toTicket(JsonNode node) {
    return new Ticket(
        InterfaceId.of(text(node, "interface")),
        plain(node, "name"),
        plain(node, "identifier"),
        MedicalInstitutionCode.received(text(node, "institution")),
        text(node, "fingerprint"),
        node.hasNonNull("reference") ? text(node, "reference") : null,
        Basis.valueOf(text(node, "basis")),
        Instant.parse(text(node, "reservedAt")));
  }

  /** Part of a file name, so nothing that could lead anywhere else. */
  private static String plain(JsonNode node, String field) {
    String text = text(node, field);
    if (!PLAIN.matcher(text).matches()) {
      throw new IllegalArgumentException("field " + field + " is damaged");
    }
    return text;
  }

  private static String text(JsonNode node, String field) {
    JsonNode value = node.get(field);
    if (value == null || !value.isTextual()) {
      throw new IllegalArgumentException("field " + field + " is missing");
    }
    return value.textValue();
  }
}
