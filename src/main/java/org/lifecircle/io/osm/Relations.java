package org.lifecircle.io.osm;

import java.util.List;
import java.util.Map;

/** All relations of a file, by rank: their ascending order of id. There are few; they are plain. */
final class Relations {

  private final IdIndex index;
  private final List<List<Member>> members;
  private final IntList tagSets;
  private final TagSets tags;

  Relations(LongList ids, List<List<Member>> members, IntList tagSets, TagSets tags) {
    this.index = IdIndex.of(ids, row -> tags.get(tagSets.get(row)).size());
    this.members = members;
    this.tagSets = tagSets;
    this.tags = tags;
  }

  int size() {
    return index.size();
  }

  int duplicates() {
    return index.duplicates();
  }

  long id(int relation) {
    return index.id(relation);
  }

  Map<String, String> tags(int relation) {
    return tags.get(tagSets.get(index.row(relation)));
  }

  List<Member> members(int relation) {
    return members.get(index.row(relation));
  }
}
