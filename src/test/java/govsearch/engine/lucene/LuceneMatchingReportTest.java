package govsearch.engine.lucene;

import govsearch.engine.MatchingReportContract;

class LuceneMatchingReportTest extends MatchingReportContract implements LuceneUnderTest {}
