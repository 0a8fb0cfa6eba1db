package govsearch.engine.opensearch;

import govsearch.engine.SentencesContract;
import org.junit.jupiter.api.Tag;

@Tag("cluster-long")
class OpenSearchSentencesTest extends SentencesContract implements OpenSearchUnderTest {}
