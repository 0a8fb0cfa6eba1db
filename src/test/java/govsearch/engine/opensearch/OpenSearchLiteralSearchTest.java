package govsearch.engine.opensearch;

import govsearch.engine.LiteralSearchContract;
import org.junit.jupiter.api.Tag;

@Tag("cluster-long")
class OpenSearchLiteralSearchTest extends LiteralSearchContract implements OpenSearchUnderTest {}
