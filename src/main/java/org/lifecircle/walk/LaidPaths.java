package org.lifecircle.walk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.lifecircle.model.Path;

/** The paths of a network, by number: what each is, its chain, and the links along it. */
final class LaidPaths {

  private final List<Path> paths = new ArrayList<>();
  private final List<PathChain> chains = new ArrayList<>();
  private int[] first = new int[0]; // by path: where its links begin
  private int[] links = new int[0];

  /** Takes in a path and returns its number. */
  int add(Path path, PathChain chain) {
    paths.add(path);
    chains.add(chain);
    return paths.size() - 1;
  }

  /** Finds the links of each, once all are made. */
  void index(Links all) {
    first = new int[paths.size() + 1];
    int[] along =
        IntStream.range(0, all.count()).filter(i -> all.get(i).path() != Links.NO_PATH).toArray();
    for (int link : along) {
      first[all.get(link).path() + 1]++;
    }
    Arrays.parallelPrefix(first, Integer::sum);
    int[] at = first.clone();
    links = new int[along.length];
    for (int link : along) {
      links[at[all.get(link).path()]++] = link;
    }
  }

  int count() {
    return paths.size();
  }

  Path path(int number) {
    return paths.get(number);
  }

  PathChain chain(int number) {
    return chains.get(number);
  }

  /** The numbers of the links along a path, ascending. */
  IntStream linksOf(int number) {
    return Arrays.stream(links, first[number], first[number + 1]);
  }
}
