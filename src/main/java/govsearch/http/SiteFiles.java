package govsearch.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;

/** What browsers and search engines look for at addresses of their own. */
final class SiteFiles {

  private final Links links;

  SiteFiles(Links links) {
    this.links = links;
  }

  /** The description of the API. */
  static void openApi(Context context) throws IOException {
    try (InputStream yaml = SiteFiles.class.getResourceAsStream("openapi.yaml")) {
      if (yaml == null) {
        throw new IOException("missing resource openapi.yaml");
      }
      context.contentType("application/yaml; charset=utf-8").result(yaml.readAllBytes());
    }
  }

  /** Reports may be indexed; what is found by searching is found by searching here. */
  void robots(Context context) {
    context
        .contentType("text/plain; charset=utf-8")
        .result(
            """
            User-agent: *
            Disallow: /api/
            Disallow: /*?q=
            Allow: /

            Sitemap: %s/sitemap.xml
            """
                .formatted(links.base(context)));
  }

  /** Has a browser offer this service among those that its address bar searches with. */
  void openSearch(Context context) {
    context
        .contentType("application/opensearchdescription+xml; charset=utf-8")
        .result(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
            <ShortName>法治政府报告</ShortName>
            <Description>检索乡镇法治政府建设情况报告</Description>
            <InputEncoding>UTF-8</InputEncoding>
            <Image width="16" height="16" type="image/svg+xml">%1$s/favicon.svg</Image>
            <Url type="text/html" method="get" template="%1$s/?q={searchTerms}"/>
            <Url type="application/json" method="get" template="%1$s/api/v1/search?q={searchTerms}"/>
            </OpenSearchDescription>
            """
                .formatted(Markup.escaped(links.base(context))));
  }
}
