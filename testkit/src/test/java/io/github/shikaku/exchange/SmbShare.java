package io.github.shikaku.exchange;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A Windows share on this machine: Samba serves a local folder on a loopback address of its own,
 * smbnetfs mounts it as often as wanted. No change made by the server raises an event on a mount.
 *
 * <p>Both come from Debian packages. smbnetfs knows no other port than 445, so a user who may not
 * open it cannot run the server.
 */
final class SmbShare implements AutoCloseable {
  private static final String PACKAGES = "apt-get install samba smbnetfs fuse3";
  private static final String SHARE = "OQS";
  private static final int PORT = 445;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Path folder;
  private final Path home;
  private final String address;
  private final List<Mount> mounts = new ArrayList<>();
  private HeldProcess server;

  private SmbShare(Path folder, String address) throws IOException {
    this.folder = folder;
    this.address = address;
    this.home = Files.createDirectories(folder.resolve("home"));
    Files.createDirectories(home.resolve(".smb"));
    Files.writeString(home.resolve(".smb/smb.conf"), "[global]\nclient min protocol = SMB2\n");
    Files.createDirectories(local());
    this.server = serve();
  }

  /** Why no share can be served and mounted here, in one line; empty when it can. */
  static Optional<String> missing() {
    List<String> missing =
        Stream.of("smbd", "smbnetfs", "fusermount3", "setsid")
            .filter(program -> program(program).isEmpty())
            .toList();
    if (!missing.isEmpty()) {
      return Optional.of(String.join(", ", missing) + " not found; get them with: " + PACKAGES);
    }
    Path fuse = Path.of("/dev/fuse");
    if (!Files.isReadable(fuse) || !Files.isWritable(fuse)) {
      return Optional.of("/dev/fuse cannot be opened");
    }
    return mayServe(ownAddress())
        ? Optional.empty()
        : Optional.of("port 445 of " + ownAddress() + " may not be opened; run as root");
  }

  /** Serves {@code folder/share} until it is closed; everything of it lies below {@code folder}. */
  static SmbShare start(Path folder) throws IOException {
    return new SmbShare(folder, ownAddress());
  }

  /** What still runs on, or is mounted in, a folder after everything was closed. */
  static List<String> leftIn(Path folder) throws IOException {
    Stream<String> mounted =
        Files.readAllLines(Path.of("/proc/mounts")).stream()
            .filter(line -> line.contains(folder.toString()));
    Stream<String> running =
        ProcessHandle.allProcesses()
            .flatMap(process -> process.info().commandLine().stream())
            .filter(line -> line.contains(folder.toString()));
    return Stream.concat(mounted, running).toList();
  }

  /** The folder as the server itself sees it. */
  Path local() {
    return folder.resolve("share");
  }

  /** Mounts the share once more, as another terminal would. */
  Mount mount(String name) throws IOException {
    Mount mount = new Mount(Files.createDirectories(folder.resolve("mounts").resolve(name)));
    mounts.add(mount);
    mount.mount();
    return mount;
  }

  /** Switches the server off, as a cut cable would: connections end, nothing answers. */
  void switchOff() {
    server.close();
  }

  /** Switches the server on again. */
  void switchOn() throws IOException {
    server = serve();
  }

  /** The server keeps every connection open and says nothing any more. */
  void hang() {
    server.signal("STOP");
  }

  /** The server goes on where it was. */
  void goOn() {
    server.signal("CONT");
  }

  @Override
  public void close() {
    goOn();
    mounts.forEach(Mount::unmount);
    server.close();
  }

  private HeldProcess serve() throws IOException {
    StringBuilder conf = new StringBuilder("[global]\n");
    String user = System.getProperty("user.name");
    for (String line :
        List.of(
            "server role = standalone server",
            "map to guest = Bad User",
            "guest account = " + user,
            "interfaces = " + address + "/8",
            "bind interfaces only = yes",
            "smb ports = " + PORT,
            "disable netbios = yes",
            "load printers = no")) {
      conf.append(line).append('\n');
    }
    for (String place :
        List.of(
            "private dir",
            "pid directory",
            "lock directory",
            "state directory",
            "cache directory",
            "ncalrpc dir")) {
      Path own = Files.createDirectories(folder.resolve("samba").resolve(place.replace(' ', '-')));
      conf.append(place).append(" = ").append(own).append('\n');
    }
    conf.append("[").append(SHARE).append("]\npath = ").append(local()).append('\n');
    conf.append("read only = no\nguest ok = yes\n");
    Path file = Files.writeString(folder.resolve("smb.conf"), conf);
    HeldProcess started =
        HeldProcess.start(
            "samba", "", "smbd", "-F", "--debug-stdout", "--no-process-group", "-s", "" + file);
    await().atMost(PATIENCE).until(() -> started.isAlive() && answers(address));
    return started;
  }

  /** Every process has its own, so that two builds do not meet. */
  private static String ownAddress() {
    long pid = ProcessHandle.current().pid();
    return "127." + (64 + (pid >> 16) % 64) + "." + (pid >> 8) % 256 + "." + (1 + pid % 254);
  }

  private static boolean mayServe(String address) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getByName(address), PORT));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean answers(String address) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(address, PORT), 1000);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static Optional<Path> program(String name) {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Stream.concat(Stream.of(path.split(":")), Stream.of("/usr/sbin", "/sbin"))
        .map(place -> Path.of(place, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** The share as one terminal sees it. */
  final class Mount {
    private final Path point;
    private final Path conf;
    private HeldProcess netfs;

    private Mount(Path point) throws IOException {
      this.point = point;
      this.conf = folder.resolve(point.getFileName() + ".conf");
      Files.writeString(conf, "smb_query_browsers \"false\"\nhost " + address + " visible=true\n");
      Files.setPosixFilePermissions(conf, PosixFilePermissions.fromString("rw-------"));
      this.netfs = HeldProcess.none();
    }

    /** Where the shared folder is found. */
    Path root() {
      return point.resolve(address).resolve(SHARE);
    }

    /** Whether nothing lies where the share would be, while it is not mounted. */
    boolean isEmpty() throws IOException {
      try (Stream<Path> left = Files.list(point)) {
        return left.findAny().isEmpty();
      }
    }

    void mount() throws IOException {
      netfs =
          HeldProcess.start(
              "smbnetfs",
              "fusermount3 -u -z '" + point + "'",
              "env",
              "HOME=" + home,
              "smbnetfs",
              "-f",
              "-o",
              "config=" + conf,
              "" + point);
      await().atMost(PATIENCE).until(() -> Files.isDirectory(root()));
    }

    /** The mount is gone, also when something still uses it or hangs in it. */
    void unmount() {
      netfs.close();
      await().atMost(PATIENCE).until(() -> !Files.exists(root()));
    }
  }

  /**
   * A process of its own group that a shell holds: the shell ends it when it is told to and also
   * when this process ends, however that happens.
   */
  private static final class HeldProcess {
    private static final String HOLD =
        """
        trap '' INT TERM HUP
        out=$1; before=$2; shift 2
        setsid "$@" </dev/null >>"$out" 2>&1 &
        echo $!
        cat >/dev/null
        eval "$before"
        kill -s KILL -- -$!
        wait
        """;

    private final List<Process> shell;
    private final long group;

    private HeldProcess(List<Process> shell, long group) {
      this.shell = shell;
      this.group = group;
    }

    static HeldProcess none() {
      return new HeldProcess(List.of(), 0);
    }

    static HeldProcess start(String name, String beforeEnd, String... command) throws IOException {
      Path out = ChildProcess.log(name);
      List<String> line =
          new ArrayList<>(List.of("sh", "-c", HOLD, "hold", out.toString(), beforeEnd));
      line.addAll(List.of(command));
      String sbin = ":/usr/sbin:/sbin";
      ProcessBuilder builder = new ProcessBuilder(line);
      builder.environment().merge("PATH", sbin, String::concat);
      builder.redirectError(ProcessBuilder.Redirect.appendTo(out.toFile()));
      Process shell = builder.start();
      String group = shell.inputReader().readLine();
      if (group == null) {
        throw new IOException(command[0] + " did not start");
      }
      return new HeldProcess(List.of(shell), Long.parseLong(group));
    }

    boolean isAlive() {
      return ProcessHandle.of(group).map(ProcessHandle::isAlive).orElse(false);
    }

    void signal(String name) {
      if (isAlive()) {
        run("kill", "-" + name, "--", "-" + group);
      }
    }

    void close() {
      for (Process process : shell) {
        try {
          process.getOutputStream().close();
          if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("process group " + group + " does not end");
          }
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
    }

    private static void run(String... command) {
      try {
        if (new ProcessBuilder(command).start().waitFor() != 0) {
          throw new IllegalStateException("cannot " + String.join(" ", command));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
