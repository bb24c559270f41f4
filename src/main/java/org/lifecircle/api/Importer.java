package org.lifecircle.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lifecircle.io.Projection;
import org.lifecircle.io.RawArea;
import org.lifecircle.io.RawLayer;
import org.lifecircle.io.RawProfile;
import org.lifecircle.io.assembly.Assembly;
import org.lifecircle.io.assembly.AssemblyRules;
import org.lifecircle.io.assembly.KeptLayers;
import org.lifecircle.io.file.AreaFolder;
import org.lifecircle.io.file.LayerFiles;
import org.lifecircle.io.file.Naming;
import org.lifecircle.io.file.ReadOptions;
import org.lifecircle.model.AreaProfile;
import org.lifecircle.model.BadInputException;
import org.lifecircle.model.Evidence;
import org.lifecircle.model.FacilityKind;
import org.lifecircle.model.Fault;
import org.lifecircle.model.Standard;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.Text;
import org.lifecircle.store.ConflictException;
import org.lifecircle.store.Crs;
import org.lifecircle.store.DatasetVersion;
import org.lifecircle.store.Imported;
import org.lifecircle.store.Workspace;

/** Reads files into a study area, and keeps it: all or nothing. */
public final class Importer {

  private static final String USUAL_STANDARD = "gb50180-2018";

  private final Policy policy;
  private final ImportRules rules;

  public Importer(Policy policy, ImportRules rules) {
    this.policy = policy;
    this.rules = rules;
  }

  /**
   * What is said of the files, besides what they hold.
   *
   * @param crs to compute in; null leaves it to the files and the place
   * @param mapping of names, before the usual ones; null for those alone
   */
  public record Said(@Nullable String crs, ReadOptions options, @Nullable Path mapping) {
    /** Nothing. */
    public static final Said NOTHING = new Said(null, ReadOptions.NONE, null);
  }

  /** How much may come in. */
  ImportRules rules() {
    return rules;
  }

  /**
   * The area in these files.
   *
   * @param id what to call it; null leaves it to the folder's own {@code area.yaml}
   * @throws BadInputException with every fault of the files
   */
  public StudyArea read(@Nullable String id, List<Path> files, Said said) throws IOException {
    RawProfile profile = profile(id == null ? "area" : id, said.crs());
    List<Fault> faults = new ArrayList<>();
    if (files.size() == 1 && Files.exists(files.get(0).resolve(AreaFolder.AREA_FILE))) {
      try {
        RawProfile own = AreaFolder.profile(files.get(0).resolve(AreaFolder.AREA_FILE));
        profile = named(own, id, said.crs());
      } catch (BadInputException e) {
        faults.addAll(e.faults()); // those of the layers are told along with them
      }
    }
    RawArea raw = reader(said).read(profile, files, said.options());
    if (!faults.isEmpty()) {
      faults.addAll(raw.faults());
      throw new BadInputException(faults);
    }
    return assembled(ExportedProfile.restored(raw, said.crs(), policy.standards().keySet()));
  }

  /**
   * An area with the layers of these files in the place of its own; the others stay.
   *
   * @throws BadInputException with every fault of the files, and of what they make of the others
   */
  public StudyArea update(StudyArea area, List<Path> files, Said said) throws IOException {
    AreaProfile p = area.profile();
    RawProfile profile = new RawProfile(p.id(), p.name(), p.crs(), p.evidence(), p.standard());
    RawArea raw = reader(said).read(profile, files, said.options());
    Set<String> replaced = new LinkedHashSet<>();
    raw.layers().forEach(layer -> replaced.add(layer.layer()));
    raw.faults().stream().map(Fault::layer).filter(l -> l != null).forEach(replaced::add);
    KeptLayers kept = new KeptLayers(area, replaced);
    List<RawLayer> layers = new ArrayList<>(kept.layers());
    layers.addAll(raw.layers());
    StudyArea made = assembled(new RawArea(profile, layers, raw.issues(), raw.faults()));
    return kept.withOldIssues(made);
  }

  private LayerFiles reader(Said said) throws IOException {
    Path mapping = said.mapping();
    Naming naming = mapping == null ? rules.naming() : rules.naming().with(mapping);
    return new LayerFiles(rules.limits(), naming, rules.osm());
  }

  private StudyArea assembled(RawArea raw) {
    Standard standard = policy.standards().get(raw.profile().standard());
    if (standard == null) {
      throw bad(
          "area.yaml",
          "没有标准 " + raw.profile().standard(),
          "there is no standard "
              + raw.profile().standard()
              + ", only "
              + String.join(", ", policy.standards().keySet()));
    }
    Set<String> kinds = standard.kinds().stream().map(FacilityKind::id).collect(Collectors.toSet());
    return new Assembly(AssemblyRules.of(policy.walking(), kinds, rules.limits())).assemble(raw);
  }

  private static RawProfile profile(String id, @Nullable String crs) {
    return new RawProfile(id, new Text(id, id), crs, Evidence.SURVEY, USUAL_STANDARD);
  }

  private static RawProfile named(RawProfile own, @Nullable String id, @Nullable String crs) {
    return new RawProfile(
        id == null ? own.id() : id,
        own.name(),
        crs == null ? own.crs() : crs,
        own.evidence(),
        own.standard());
  }

  /** Keeps an area as its next version. */
  public static DatasetVersion keep(Workspace workspace, StudyArea area, List<Path> files) {
    return workspace.add(area, crs(area), imported(files));
  }

  /**
   * Keeps an area as the version after that it was made of.
   *
   * @throws ConflictException if there is another after that one already
   */
  DatasetVersion keepAfter(
      Workspace workspace, DatasetVersion before, StudyArea area, List<Path> files) {
    return workspace.addAfter(before, area, crs(area), imported(files));
  }

  private static Crs crs(StudyArea area) {
    Projection projection = Projection.of(area.profile().crs());
    return new Crs(projection.crs(), projection.definition());
  }

  private static Imported imported(List<Path> files) {
    Set<String> names = new LinkedHashSet<>();
    files.forEach(file -> names.add(String.valueOf(file.getFileName())));
    return new Imported(Instant.now(), List.copyOf(names));
  }

  private static BadInputException bad(String file, String zh, String en) {
    return new BadInputException(List.of(new Fault(file, null, null, "", new Text(zh, en))));
  }
}
