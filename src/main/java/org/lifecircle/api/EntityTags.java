package org.lifecircle.api;

import org.jspecify.annotations.Nullable;

/** Entity tags, by which clients ask whether what they keep still holds. */
final class EntityTags {

  private EntityTags() {}

  /** Whether one of the tags a client keeps is this one; weak and strong are the same here. */
  static boolean hold(String tag, @Nullable String ifNoneMatch) {
    if (ifNoneMatch == null) {
      return false;
    }
    for (String known : ifNoneMatch.split(",", -1)) {
      if (strong(known.strip()).equals(strong(tag)) || known.strip().equals("*")) {
        return true;
      }
    }
    return false;
  }

  private static String strong(String tag) {
    return tag.startsWith("W/") ? tag.substring(2) : tag;
  }
}
