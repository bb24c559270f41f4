package org.lifecircle.api;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the map shows beside our layers.
 *
 * @param approval number under which the map was approved (审图号); empty when there is none
 * @param basemap what lies beneath; null when nothing does
 */
public record MapSettings(String approval, @Nullable Basemap basemap) {

  /** Our layers alone. */
  public static final MapSettings PLAIN = new MapSettings("", null);

  /**
   * Somebody else's map, as square pictures in Web Mercator.
   *
   * @param tiles addresses with {@code {z}}, {@code {x}} and {@code {y}}, any of which serves
   * @param attribution who has to be named
   * @param maxZoom the closest there are pictures for
   */
  public record Basemap(List<String> tiles, String attribution, int maxZoom) {

    public Basemap {
      tiles = List.copyOf(tiles);
      if (tiles.isEmpty() || !tiles.stream().allMatch(Basemap::isTemplate)) {
        throw new IllegalArgumentException("tiles");
      }
    }

    /** Whether this is the address of tiles: http or https, with a place for all three numbers. */
    public static boolean isTemplate(String address) {
      return address.contains("{z}")
          && address.contains("{x}")
          && address.contains("{y}")
          && !origin(address).isEmpty();
    }

    /** Whom the page has to be allowed to ask, sorted and separated by spaces. */
    String origins() {
      TreeSet<String> origins = new TreeSet<>();
      tiles.forEach(address -> origins.add(origin(address)));
      return String.join(" ", origins);
    }

    /** Scheme, host and port; empty when the address has none a browser would ask. */
    private static String origin(String address) {
      try {
        URI uri = new URI(address.replace('{', '0').replace('}', '0'));
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        String host = uri.getHost();
        if (host == null || !List.of("http", "https").contains(scheme)) {
          return "";
        }
        return scheme + "://" + host + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
      } catch (URISyntaxException e) {
        return "";
      }
    }
  }
}
