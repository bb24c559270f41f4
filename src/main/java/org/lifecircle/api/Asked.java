package org.lifecircle.api;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A question as it came in, before anything in it is understood.
 *
 * @param url where it was asked, without the query; links are made of it
 * @param path the names in the address, for example {@code collection}
 * @param query the parameters
 * @param complaints what was wrong with the query string itself
 * @param accept the header, if it came by HTTP
 * @param acceptLanguage the header, if it came by HTTP
 */
record Asked(
    String url,
    Map<String, String> path,
    Map<String, String> query,
    List<Complaint> complaints,
    @Nullable String accept,
    @Nullable String acceptLanguage) {}
