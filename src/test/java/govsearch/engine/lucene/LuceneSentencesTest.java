package govsearch.engine.lucene;

import govsearch.engine.SentencesContract;

class LuceneSentencesTest extends SentencesContract implements LuceneUnderTest {}
