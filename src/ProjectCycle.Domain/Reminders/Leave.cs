namespace ProjectCycle.Domain.Reminders;

/// <summary>A person is away and somebody stands in: the delegate gets what the person would.</summary>
public sealed class Leave
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid UserId { get; init; }
    public required Guid DelegateId { get; init; }

    /// <summary>The first day away.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last day away.</summary>
    public required DateOnly Until { get; init; }

    /// <summary>True when the person is away on <paramref name="day"/>.</summary>
    public bool Covers(DateOnly day) => From <= day && day <= Until;
}
