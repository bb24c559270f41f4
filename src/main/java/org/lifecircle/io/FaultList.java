package org.lifecircle.io;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lifecircle.model.BadInputException;
import org.lifecircle.model.Fault;
import org.lifecircle.model.Text;

/** Gathers faults so that all are told at once: up to a hundred a file, and then how many more. */
public final class FaultList {

  private static final int PER_FILE = 100;

  private final List<Fault> faults = new ArrayList<>();
  private final Map<String, Integer> perFile = new HashMap<>();

  /** Notes one more. */
  public void add(Fault fault) {
    if (perFile.merge(fault.file(), 1, Integer::sum) <= PER_FILE) {
      faults.add(fault);
    }
  }

  /** Notes all of these. */
  public void addAll(List<Fault> more) {
    more.forEach(this::add);
  }

  /** Whether there is none. */
  public boolean isEmpty() {
    return faults.isEmpty();
  }

  /** As they came, and last how many more each file has. */
  public List<Fault> list() {
    List<Fault> all = new ArrayList<>(faults);
    perFile.forEach(
        (file, count) -> {
          if (count > PER_FILE) {
            all.add(new Fault(file, null, null, "", more(count - PER_FILE)));
          }
        });
    return List.copyOf(all);
  }

  /**
   * To be called before what was read is used.
   *
   * @throws BadInputException with all faults, if there is one
   */
  public void throwIfAny() {
    if (!isEmpty()) {
      throw new BadInputException(list());
    }
  }

  private static Text more(int count) {
    return new Text("另有 " + count + " 处错误", "and " + count + " faults more");
  }
}
