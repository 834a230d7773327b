package com.barraiser.cli;

import com.barraiser.questions.Catalogue;
import com.barraiser.vocabulary.Exercise;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a question of either kind. */
final class ExerciseArgument implements ITypeConverter<Exercise> {

  @Override
  public Exercise convert(String name) {
    try {
      return Catalogue.exercise(name);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
