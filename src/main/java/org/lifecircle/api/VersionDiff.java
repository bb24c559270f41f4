package org.lifecircle.api;

import java.util.List;
import org.lifecircle.api.Answer.Document;
import org.lifecircle.model.Text;
import org.lifecircle.store.Workspace;

/** What a dataset version changed, in counts. */
final class VersionDiff implements Endpoint {

  static final Parameter<Integer> SINCE =
      Parameters.integer(
          "since",
          new Text("与哪个版本比较；缺省为上一版本", "version to compare with; else the one before"),
          1,
          999_999_999);

  private final Versions versions;

  VersionDiff(Workspace workspace) {
    this.versions = new Versions(workspace);
  }

  @Override
  public List<Parameter<?>> parameters() {
    return List.of(SINCE);
  }

  @Override
  public boolean heavy() {
    return true;
  }

  @Override
  public Answer answer(Question question) {
    String since = question.find(SINCE).map(String::valueOf).orElse(null);
    return new Document(versions.diff(question.path("area"), question.path("version"), since));
  }
}
