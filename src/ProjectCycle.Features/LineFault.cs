using ProjectCycle.Domain;

namespace ProjectCycle.Features;

/// <summary>Something wrong in a list that people bring as a text.</summary>
/// <param name="Line">Where it stands, from 1.</param>
/// <param name="Value">What stands there.</param>
/// <param name="Problem">Its field names the column, or is Line for the line as a whole.</param>
public sealed record LineFault(int Line, string Value, Refusal Problem);
