package org.lifecircle.api;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** What Jetty refuses before it is a request (a broken path, too large a header), in our form. */
final class JettyProblems extends ErrorHandler {

  @Override
  public boolean errorPageForMethod(String method) {
    return true;
  }

  @Override
  protected void generateResponse(
      Request request,
      Response response,
      int code,
      @Nullable String message,
      @Nullable Throwable cause,
      Callback callback) {
    String language = Languages.of(request.getHeaders().get(HttpHeader.ACCEPT_LANGUAGE));
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
    response.write(
        true,
        ByteBuffer.wrap(ProblemWriter.bytes(ProblemWriter.ofStatus(code), language)),
        callback);
  }
}
