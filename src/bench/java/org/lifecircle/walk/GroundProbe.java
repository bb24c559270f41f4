package org.lifecircle.walk;

/** Builds the links over open ground of a network again, as often as asked. */
public final class GroundProbe {

  private final WalkNetwork network;

  public GroundProbe(WalkNetwork network) {
    this.network = network;
  }

  /** How many links there are, looked up afresh. */
  public int relink() {
    return GroundLinks.of(
            network.world(), network.view().standing(), network.parts().doors().doorsteps())
        .count();
  }
}
