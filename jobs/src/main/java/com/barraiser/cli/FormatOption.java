package com.barraiser.cli;

import com.barraiser.datasets.Format;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a format's name. */
final class FormatOption implements ITypeConverter<Format> {

  @Override
  public Format convert(String key) {
    try {
      return Format.named(key);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
