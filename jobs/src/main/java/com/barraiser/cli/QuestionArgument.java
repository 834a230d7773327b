package com.barraiser.cli;

import com.barraiser.questions.Catalogue;
import com.barraiser.vocabulary.Question;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a question that asks for a table. */
final class QuestionArgument implements ITypeConverter<Question> {

  @Override
  public Question convert(String name) {
    try {
      return Catalogue.question(name);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
