package org.lifecircle.walk;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.Group;

/** What a search minimises: millimetres walked, or the milliseconds a group takes. */
public final class Measure {

  private static final Measure DISTANCE = new Measure(null);

  private final @Nullable Group group;

  private Measure(@Nullable Group group) {
    this.group = group;
  }

  /** Millimetres. */
  public static Measure distance() {
    return DISTANCE;
  }

  /** Milliseconds at the pace of a group, waits at crossings included. */
  public static Measure time(Group group) {
    return new Measure(group);
  }

  /** The group whose time is measured; empty for distance. */
  public Optional<Group> group() {
    return Optional.ofNullable(group);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Measure measure && group().equals(measure.group());
  }

  @Override
  public int hashCode() {
    return group().hashCode();
  }

  @Override
  public String toString() {
    return group == null ? "distance" : "time of " + group.id();
  }
}
