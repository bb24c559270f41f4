package org.lifecircle.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Runs the benchmarks and prints the table. Options: {@code --quick}. */
public final class Bench {

  private Bench() {}

  public static void main(String[] args) throws IOException {
    boolean quick = List.of(args).contains("--quick");
    Path home = Path.of(System.getProperty("lifecircle.home", "."));
    String given = System.getProperty("lifecircle.shared", System.getenv("LIFECIRCLE_SHARED"));
    Path shared = given == null ? home.resolve("../shared") : Path.of(given);
    if (!Files.isDirectory(shared.resolve("data/osm"))) {
      System.err.println(
          "需要 ../shared/data 中的数据。 Needs the data in ../shared (LIFECIRCLE_SHARED).");
      System.exit(2);
    }
    Places places = new Places(home, shared);
    Table table = new Table();
    new PathSearches(places, table, quick).run();
    new Isochrones(places, table, quick).run();
    new CityCoverage(places, table, quick).run();
    new WhatIfs(places, table, quick).run();
    new Ranking(places, table).run();
    new OpenGround(places, table, quick).run();
    new Import(home, places, table).run();
    if (!quick) {
      new MillionNodes(places, table).run();
    }
    System.out.println(machine());
    table.print(System.out);
  }

  private static String machine() {
    return "%d shared cores, Java %s, %s; medians of one run, CPU time where one thread works"
        .formatted(
            Runtime.getRuntime().availableProcessors(),
            System.getProperty("java.version"),
            System.getProperty("os.arch"));
  }
}
