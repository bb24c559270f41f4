package org.lifecircle.report.map;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Drawings as pictures, for documents that hold no lines and letters. */
public final class Pictures {

  private Pictures() {}

  /** A drawing in white, so many dots to the inch. */
  public static BufferedImage image(Drawing drawing, double dotsPerInch) {
    double scale = dotsPerInch / 72;
    BufferedImage image =
        new BufferedImage(
            (int) Math.ceil(drawing.widthPoints() * scale),
            (int) Math.ceil(drawing.heightPoints() * scale),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
    graphics.scale(scale, scale);
    drawing.draw(graphics);
    graphics.dispose();
    return image;
  }

  /** The same as a PNG file. */
  public static byte[] png(Drawing drawing, double dotsPerInch) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image(drawing, dotsPerInch), "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
