package org.lifecircle.io.policy;

import java.util.ArrayList;
import java.util.List;
import org.lifecircle.model.BadInputException;
import org.lifecircle.model.Fault;
import org.lifecircle.model.Text;

/** All that is wrong with one policy file, gathered while it is read. */
final class PolicyFaults {

  private final String file;
  private final List<Fault> faults = new ArrayList<>();

  /** Of the file that people know by this name. */
  PolicyFaults(String file) {
    this.file = file;
  }

  /** Notes a fault at a JSON pointer. */
  void add(String pointer, String zh, String en) {
    faults.add(new Fault(file, null, null, pointer, new Text(zh, en)));
  }

  /** Notes what was wrong with another file that this one needs. */
  void addAll(List<Fault> others) {
    faults.addAll(others);
  }

  int count() {
    return faults.size();
  }

  /**
   * Called before anything that was read is used.
   *
   * @throws BadInputException with every fault, if there is one
   */
  void throwIfAny() {
    if (!faults.isEmpty()) {
      throw new BadInputException(faults);
    }
  }
}
