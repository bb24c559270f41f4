package org.lifecircle.freedspace;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Work dealt out to all threads one piece at a time. A parallel stream cuts a list into few
 * stretches, on two cores into four; where neighbours are alike, as tiles of a dense quarter are,
 * one thread is left with the heaviest.
 */
final class Dealt {

  private Dealt() {}

  /** What the work makes of each thing, in the order of the things. */
  static <T, R> List<R> out(List<T> things, Function<T, R> work) {
    AtomicReferenceArray<R> made = new AtomicReferenceArray<>(things.size());
    AtomicInteger next = new AtomicInteger();
    IntStream.rangeClosed(0, ForkJoinPool.getCommonPoolParallelism())
        .parallel()
        .forEach(
            thread -> {
              for (int i = next.getAndIncrement(); i < made.length(); i = next.getAndIncrement()) {
                made.set(i, work.apply(things.get(i)));
              }
            });
    List<R> all = new ArrayList<>(things.size());
    for (int i = 0; i < made.length(); i++) {
      all.add(made.get(i));
    }
    return all;
  }
}
