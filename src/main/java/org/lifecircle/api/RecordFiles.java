package org.lifecircle.api;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.lifecircle.io.programme.RecordReader;
import org.lifecircle.model.BadInputException;
import org.lifecircle.model.Fault;
import org.lifecircle.model.Text;
import org.lifecircle.store.ConflictException;
import org.lifecircle.store.RecordStore;
import org.lifecircle.store.RecordStore.Entry;
import org.lifecircle.store.StoredArea;

/** Takes in records of a programme from files: all of them or none. */
public final class RecordFiles {

  private static final int MAX_BYTES = 64 << 20;

  /** The folder beside an area's layers in which its records are. */
  private static final String FOLDER = "records";

  private RecordFiles() {}

  /** The files of records beside the layers of an area; none where there are none. */
  public static List<Path> beside(Path areaFolder) throws IOException {
    Path folder = areaFolder.resolve(FOLDER);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }

  /**
   * Keeps what is in these files.
   *
   * @param who as the audit shows it
   * @return how many records
   * @throws BadInputException with everything that is wrong with them
   */
  public static int keep(
      RecordStore store, StoredArea stored, Policy policy, List<Path> files, String who)
      throws IOException {
    OpenArea area = new OpenArea(stored, policy, ServerSettings.USUAL.patient(), Runnable::run);
    RecordReader reader = new RecordReader(area.projection());
    RecordChecks checks = new RecordChecks(area);
    List<Entry> entries = new ArrayList<>();
    List<Fault> faults = new ArrayList<>();
    for (Path file : files) {
      String name = String.valueOf(file.getFileName());
      try {
        for (RecordReader.Read read : reader.readFile(bytes(file))) {
          String kind = read.kind().code();
          for (Text fault : checks.faults(read.record())) {
            faults.add(new Fault(name, kind, read.record().id(), "", fault));
          }
          entries.add(new Entry(kind, read.record().id(), read.body()));
        }
      } catch (BadInputException e) {
        for (Fault fault : e.faults()) {
          faults.add(new Fault(name, null, null, fault.pointer(), fault.reason()));
        }
      }
    }
    if (!faults.isEmpty()) {
      throw new BadInputException(faults);
    }
    try {
      store.create(area.id(), entries, who);
    } catch (ConflictException e) {
      Text reason =
          new Text("其中有编号已经存在，未写入任何记录", "one of the ids is there already and nothing was written");
      throw new BadInputException(List.of(new Fault(FOLDER, null, null, "", reason)));
    }
    return entries.size();
  }

  private static byte[] bytes(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        Text reason = new Text("文件超过 64 MB", "the file is larger than 64 MB");
        throw new BadInputException(
            List.of(new Fault(String.valueOf(file.getFileName()), null, null, "", reason)));
      }
      return bytes;
    }
  }
}
