namespace ProjectCycle.Domain;

/// <summary>Why something a user asked for was not done. The page words it from the text <c>refusal.{Code}</c>.</summary>
/// <param name="Code">Stable code, lower case with dashes.</param>
/// <param name="Field">The input it is about, as the form names it; null when it is about the whole request.</param>
/// <param name="Args">Values for the placeholders of the text.</param>
public sealed record Refusal(string Code, string? Field = null, params object[] Args);
