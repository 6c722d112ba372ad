using System.Diagnostics.CodeAnalysis;

namespace ProjectCycle.Domain;

/// <summary>What a use case answers: a value, or the reasons why not. Exceptions are for bugs and for the world.</summary>
/// <typeparam name="T">What success yields.</typeparam>
public sealed class Outcome<T>
{
    private readonly T? _value;

    private Outcome(T? value, IReadOnlyList<Refusal> refusals)
    {
        _value = value;
        Refusals = refusals;
    }

    /// <summary>Empty on success.</summary>
    public IReadOnlyList<Refusal> Refusals { get; }

    /// <summary>True when <see cref="Value"/> may be read.</summary>
    public bool Succeeded => Refusals.Count == 0;

    /// <summary>The yield; reading it from a refused outcome is a bug and throws.</summary>
    public T Value => Succeeded
        ? _value!
        : throw new InvalidOperationException($"Refused: {string.Join(", ", Refusals.Select(r => r.Code))}");

    public static implicit operator Outcome<T>(T value) => new(value, []);

    public static implicit operator Outcome<T>(Refusal refusal) => new(default, [refusal]);

    [SuppressMessage("Usage", "CA2225", Justification = "Outcome.Refused says the same in words.")]
    public static implicit operator Outcome<T>(List<Refusal> refusals) => new(default, refusals);
}

/// <summary>The yield of a use case that has nothing to hand back.</summary>
public readonly record struct Done;
