package org.lifecircle.api;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Entity tags, by which clients ask whether what they keep still holds. */
final class EntityTags {

  private static final Pattern REVISION = Pattern.compile("\\s*\"r([0-9]{1,9})\"\\s*");

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

  /** The tag of a revision that edits rest on. */
  static String ofRevision(int revision) {
    return "\"r" + revision + "\"";
  }

  /**
   * The revision that an edit says it rests on; empty where that is none of ours.
   *
   * @throws ProblemException if it says none
   */
  static OptionalInt revision(@Nullable String ifMatch) {
    if (ifMatch == null) {
      throw Problem.of(
              ProblemKind.REVISION_NEEDED,
              "修改须带 If-Match，内容为读取时所得的 ETag",
              "a write carries If-Match with the ETag that came when it was read")
          .asException();
    }
    Matcher tag = REVISION.matcher(ifMatch);
    return tag.matches() ? OptionalInt.of(Integer.parseInt(tag.group(1))) : OptionalInt.empty();
  }

  private static String strong(String tag) {
    return tag.startsWith("W/") ? tag.substring(2) : tag;
  }
}
