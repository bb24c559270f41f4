package org.lifecircle.store;

import java.nio.file.Path;

/** Both places where a workspace can be. */
enum Kept {
  FOLDER,
  TEAM;

  /** Where a new one is: a folder, or a JDBC URL. */
  String newPlace(Path folder) {
    return this == FOLDER ? folder.toString() : TeamServer.newDatabase();
  }

  /** The workspace at such a place. */
  static Workspace open(String place) {
    return place.startsWith("jdbc:")
        ? Workspace.in(DatabaseUrl.of(place))
        : Workspace.at(Path.of(place));
  }
}
