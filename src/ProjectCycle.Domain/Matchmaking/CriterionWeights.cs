using System.Globalization;
using ProjectCycle.Domain.Work;

namespace ProjectCycle.Domain.Matchmaking;

/// <summary>What the criteria count for in one project; without such a row all count the same.</summary>
public sealed class CriterionWeights : IProjectWork
{
    /// <summary>What a criterion counts where nobody said otherwise.</summary>
    public const int Usual = 5;

    /// <summary>The most it can count; 0 leaves it out.</summary>
    public const int Most = 10;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid ProjectId { get; init; }

    /// <summary>As stored, such as "C1 5, C2 0": one line that history can show as it is.</summary>
    public string Weights { get; private set; } = "";

    public int Version { get; set; }

    /// <summary>The weight of a criterion; <see cref="Usual"/> for one that has none here.</summary>
    public int Of(string criterion) => ByCode().GetValueOrDefault(criterion, Usual);

    /// <summary>Takes over <paramref name="weights"/> by the criteria's codes.</summary>
    public void Set(IEnumerable<KeyValuePair<string, int>> weights) =>
        Weights = string.Join(", ", weights.Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key} {pair.Value}")));

    private Dictionary<string, int> ByCode() => Weights
        .Split(", ", StringSplitOptions.RemoveEmptyEntries)
        .Select(entry => entry.Split(' '))
        .ToDictionary(parts => parts[0], parts => int.Parse(parts[1], CultureInfo.InvariantCulture));
}
