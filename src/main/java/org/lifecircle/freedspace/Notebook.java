package org.lifecircle.freedspace;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What was worked out before about the ground of a place, for any demolition and in any scenario.
 *
 * <p>Everything is kept under all it rests on: the things that stand, go and stay within its
 * window. So nothing written here ever becomes wrong, and a question that differs from earlier ones
 * by one wall works out anew only what that wall touches. What was not looked up for longest is
 * forgotten first. Safe for many threads.
 */
public final class Notebook {

  /** About a city's tiles, at some kilobytes each. */
  private static final int MOST = 60_000;

  private final Map<Object, Object> kept = new LinkedHashMap<>(16, 0.75f, true);

  /**
   * What is kept under this key, else made and kept. Two threads may make the same, then both get
   * the first.
   */
  @SuppressWarnings("unchecked") // each kind of key has one kind of value
  <T> T of(Object key, Supplier<T> make) {
    synchronized (kept) {
      Object known = kept.get(key);
      if (known != null) {
        return (T) known;
      }
    }
    T made = make.get();
    synchronized (kept) {
      Object earlier = kept.putIfAbsent(key, made);
      if (kept.size() > MOST) {
        kept.remove(kept.keySet().iterator().next());
      }
      return earlier == null ? made : (T) earlier;
    }
  }

  /** How much is written here. */
  int size() {
    synchronized (kept) {
      return kept.size();
    }
  }
}
