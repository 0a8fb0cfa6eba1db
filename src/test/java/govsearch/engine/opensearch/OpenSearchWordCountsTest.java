package govsearch.engine.opensearch;

import govsearch.engine.WordCountsContract;
import org.junit.jupiter.api.Tag;

@Tag("cluster-long")
class OpenSearchWordCountsTest extends WordCountsContract implements OpenSearchUnderTest {}
