package org.lifecircle.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * A real PostgreSQL with PostGIS, one for all tests of a run: either the one LIFECIRCLE_TEST_DB
 * names (its user may create databases and extensions), or a cluster of our own in a temporary
 * folder. That one ends when this program does, however it does.
 */
public final class TeamServer {

  private static final String SEED = "lifecircle_seed_" + ProcessHandle.current().pid();
  private static final int START_SECONDS = 60;
  private static final AtomicInteger DATABASES = new AtomicInteger();

  /** Stops the server and takes its folder away when whoever started it is gone. */
  private static final String KEEPER =
      """
      bin=$1 folder=$2 port=$3
      "$bin/postgres" -D "$folder/data" -p "$port" -c listen_addresses=127.0.0.1 \
        -c unix_socket_directories= -c fsync=off -c autovacuum=off -c shared_buffers=64MB \
        -c max_connections=80 >"$folder/log" 2>&1 &
      server=$!
      read -r nothing
      kill -QUIT $server
      wait $server
      rm -rf "$folder"
      """;

  private static final class Holder {
    private static final TeamServer ONE = start();
  }

  /** JDBC URL with {@code %s} for the name of the database. */
  private final String urls;

  private TeamServer(String urls) {
    this.urls = urls;
  }

  /** The JDBC URL of a database nobody has used, with our tables in it and nothing else. */
  public static String newDatabase() {
    return Holder.ONE.copyOf("TEMPLATE " + SEED);
  }

  /** The JDBC URL of a database with nothing at all in it. */
  static String bareDatabase() {
    return Holder.ONE.copyOf("");
  }

  private String copyOf(String template) {
    String name = SEED + "_" + DATABASES.incrementAndGet();
    run("CREATE DATABASE " + name + " " + template);
    return urls.formatted(name);
  }

  private void run(String sql) {
    try (Connection connection = DriverManager.getConnection(urls.formatted("postgres"));
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql + ": " + e.getMessage(), e);
    }
  }

  private static TeamServer start() {
    String given = System.getenv("LIFECIRCLE_TEST_DB");
    TeamServer server =
        given == null || given.isBlank()
            ? ownCluster()
            : new TeamServer(given.replaceFirst("(//[^/]+/)[^?]*", "$1%s"));
    server.run("CREATE DATABASE " + SEED);
    Workspace.in(DatabaseUrl.of(server.urls.formatted(SEED))).close();
    if (given != null && !given.isBlank()) {
      Runtime.getRuntime().addShutdownHook(new Thread(server::dropAll));
    }
    return server;
  }

  /** Somebody else's server is left as it was. */
  private void dropAll() {
    for (int i = 1; i <= DATABASES.get(); i++) {
      run("DROP DATABASE IF EXISTS " + SEED + "_" + i + " WITH (FORCE)");
    }
    run("DROP DATABASE IF EXISTS " + SEED + " WITH (FORCE)");
  }

  private static TeamServer ownCluster() {
    try {
      Path programs = programs();
      boolean root = System.getProperty("user.name").equals("root");
      Path folder = Files.createTempDirectory("lifecircle-postgres");
      String password = UUID.randomUUID().toString();
      Path passwordFile = Files.writeString(folder.resolve("password"), password);
      if (root) {
        var postgres =
            folder
                .getFileSystem()
                .getUserPrincipalLookupService()
                .lookupPrincipalByName("postgres");
        Files.setOwner(passwordFile, postgres);
        Files.setOwner(folder, postgres);
      }
      Process made =
          as(
                  root,
                  programs.resolve("initdb").toString(),
                  "-D",
                  folder.resolve("data").toString(),
                  "--username=tester",
                  "--pwfile=" + passwordFile,
                  "--auth=scram-sha-256",
                  "--encoding=UTF8",
                  "--locale=C",
                  "--no-sync")
              .redirectErrorStream(true)
              .start();
      String said = new String(made.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (made.waitFor() != 0) {
        throw new IllegalStateException("initdb: " + said);
      }
      int port = freePort();
      Process keeper =
          as(root, "sh", "-c", KEEPER, "keeper", programs + "", folder + "", port + "").start();
      TeamServer server =
          new TeamServer(
              "jdbc:postgresql://127.0.0.1:" + port + "/%s?user=tester&password=" + password);
      server.await(keeper, folder.resolve("log"));
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** PostgreSQL does not run as root. */
  private static ProcessBuilder as(boolean root, String... command) {
    List<String> words = new ArrayList<>();
    if (root) {
      words.addAll(List.of("runuser", "-u", "postgres", "--"));
    }
    words.addAll(Arrays.asList(command));
    return new ProcessBuilder(words).directory(Path.of("/").toFile());
  }

  /** The newest server on this machine that has PostGIS. */
  private static Path programs() throws IOException {
    Path all = Path.of("/usr/lib/postgresql");
    if (Files.isDirectory(all)) {
      try (Stream<Path> versions = Files.list(all)) {
        var found =
            versions
                .filter(v -> Files.exists(v.resolve("bin/initdb")))
                .filter(
                    v ->
                        Files.exists(
                            Path.of("/usr/share/postgresql")
                                .resolve(v.getFileName())
                                .resolve("extension/postgis.control")))
                .max(Comparator.comparingInt(v -> Integer.parseInt(v.getFileName() + "")));
        if (found.isPresent()) {
          return found.get().resolve("bin");
        }
      }
    }
    throw new IllegalStateException(
        "no PostgreSQL with PostGIS on this machine: install postgresql-15-postgis-3, or name a"
            + " server's JDBC URL in LIFECIRCLE_TEST_DB");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private void await(Process keeper, Path log) throws InterruptedException, IOException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
    while (true) {
      try (Connection connection = DriverManager.getConnection(urls.formatted("postgres"))) {
        if (connection.isValid(1)) {
          return;
        }
      } catch (SQLException e) {
        if (System.nanoTime() > end || !keeper.isAlive()) {
          throw new IllegalStateException(Files.readString(log), e);
        }
      }
      Thread.sleep(50);
    }
  }
}
