using ProjectCycle.Domain.Language;

namespace ProjectCycle.Domain.Deadlines;

/// <summary>A day off: for everybody when <see cref="UnitId"/> is null, else for one unit.</summary>
public sealed class Holiday
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required DateOnly Date { get; init; }
    public required LocalText Name { get; set; }

    /// <summary>"national", "collective-leave" (cuti bersama), "election" or "own".</summary>
    public required string Kind { get; init; }

    /// <summary>True while no joint decree has fixed the day.</summary>
    public bool IsForecast { get; init; }

    public Guid? UnitId { get; init; }
}
