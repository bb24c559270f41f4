package org.lifecircle.api;

import io.javalin.http.Context;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Files that come with a request, on disk while they are used: the parts of a form, of which one
 * named {@code mapping} says what names mean, or the body itself. They are counted as they arrive.
 */
final class Upload implements AutoCloseable {

  private static final String MULTIPART = "org.eclipse.jetty.multipartConfig";
  private static final String MAPPING = "mapping";
  private static final int CHUNK_BYTES = 1 << 16;

  private final Path folder;
  private final long mostBytes;
  private final List<Path> files = new ArrayList<>();
  private @Nullable Path mapping;

  private Upload(Path folder, long mostBytes) {
    this.folder = folder;
    this.mostBytes = mostBytes;
  }

  /**
   * Takes what a request brings.
   *
   * @param usualName of a body that is not said to have one
   * @throws ProblemException if it is too large, or brings nothing
   */
  static Upload of(Context context, Map<String, String> query, String usualName, long mostBytes)
      throws IOException {
    Upload upload = new Upload(Files.createTempDirectory("lifecircle-upload"), mostBytes);
    try {
      String type = String.valueOf(context.header("Content-Type"));
      if (type.toLowerCase(java.util.Locale.ROOT).startsWith("multipart/form-data")) {
        upload.takeForm(context);
      } else {
        try (InputStream in = context.req().getInputStream()) {
          upload.take(in, query.getOrDefault("name", usualName));
        }
      }
      upload.requireSomething();
      return upload;
    } catch (IOException | RuntimeException e) {
      upload.close();
      throw e;
    }
  }

  /** The files, without the mapping. */
  List<Path> files() {
    return List.copyOf(files);
  }

  /** What names mean; null when none was sent. */
  @Nullable Path mapping() {
    return mapping;
  }

  private void takeForm(Context context) throws IOException {
    String place = Files.createDirectory(folder.resolve("parts")).toString();
    context
        .req()
        .setAttribute(
            MULTIPART, new MultipartConfigElement(place, mostBytes, mostBytes, CHUNK_BYTES));
    try {
      for (Part part : context.req().getParts()) {
        try (InputStream in = part.getInputStream()) {
          String name = part.getSubmittedFileName();
          if (MAPPING.equals(part.getName())) {
            mapping = copy(in, "mapping.yaml");
          } else if (name != null && !name.isBlank()) {
            take(in, name);
          }
        } finally {
          part.delete();
        }
      }
    } catch (ServletException | IllegalStateException e) {
      // Jetty has one kind of complaint for a form that is too large and one that is no form.
      throw String.valueOf(e.getMessage()).contains("xceed")
              || String.valueOf(e.getCause()).contains("xceed")
          ? tooLarge()
          : Problem.of(ProblemKind.BAD_REQUEST, "表单数据有误", "the form cannot be read").asException();
    }
  }

  private void take(InputStream in, String name) throws IOException {
    // Some clients send the whole path; only the name is of interest, and no way out of the folder.
    String bare = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    String safe = bare.replaceAll("[\\p{Cntrl}:*?\"<>|]", "_");
    if (safe.isBlank() || safe.startsWith(".") || safe.length() > 120) {
      throw Problem.of(ProblemKind.BAD_REQUEST, "文件名不可用", "the name of the file cannot be used")
          .asException();
    }
    files.add(copy(in, safe));
  }

  private Path copy(InputStream in, String name) throws IOException {
    Path file = folder.resolve(name);
    if (Files.exists(file)) {
      throw Problem.of(
              ProblemKind.BAD_REQUEST, "文件“" + name + "”给出了两次", "file '" + name + "' comes twice")
          .asException();
    }
    long bytes = 0;
    byte[] chunk = new byte[CHUNK_BYTES];
    try (OutputStream out = Files.newOutputStream(file)) {
      for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
        bytes += read;
        if (bytes > mostBytes) {
          throw tooLarge();
        }
        out.write(chunk, 0, read);
      }
    }
    return file;
  }

  private void requireSomething() throws IOException {
    if (files.isEmpty() || (files.size() == 1 && Files.size(files.get(0)) == 0)) {
      throw Problem.of(
              ProblemKind.BAD_REQUEST,
              "没有文件；请以表单(multipart/form-data)或请求正文上传",
              "there is no file; send one as a form (multipart/form-data) or as the body")
          .asException();
    }
  }

  private ProblemException tooLarge() {
    long megabytes = mostBytes >> 20;
    return Problem.of(
            ProblemKind.BODY_TOO_LARGE,
            "上传过大，上限为 " + megabytes + " MB",
            "the upload is too large; at most " + megabytes + " MB")
        .asException();
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
