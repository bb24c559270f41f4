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
  private int[] numbers = new int[0]; // by thing, plus one
  private int[] first = new int[0]; // by path: where its links begin
  private int[] links = new int[0];

  /** Takes in a path on the ground, a thing of the arrangement, and returns its number. */
  int add(int thing, Path path, PathChain chain) {
    if (thing >= numbers.length) {
      numbers = Arrays.copyOf(numbers, 2 * thing + 16);
    }
    numbers[thing] = paths.size() + 1;
    return add(path, chain);
  }

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

  /** The numbers of the paths among some things, ascending. */
  int[] among(int[] things) {
    return Arrays.stream(things)
        .filter(thing -> thing < numbers.length && numbers[thing] > 0)
        .map(thing -> numbers[thing] - 1)
        .sorted()
        .toArray();
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
