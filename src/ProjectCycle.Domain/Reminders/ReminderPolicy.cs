using ProjectCycle.Domain.Deadlines;

namespace ProjectCycle.Domain.Reminders;

/// <summary>How often people are told again of what is overdue. Names are stored.</summary>
public enum OverdueRepeat
{
    None,
    Daily,
    EveryThreeDays,
    Weekly,
}

/// <summary>Who is told of which deadlines, when and how. The most specific one that fits a deadline holds, whole.</summary>
public sealed class ReminderPolicy : IVersioned
{
    /// <summary>Overdue reminders end a year after the due date: who has not acted by then is not moved by another mail.</summary>
    public const int LongestOverdue = 365;

    /// <summary>
    /// Holds where nobody made a policy: the steps of the template's rule, told to the responsible person, and to the managers too once
    /// it is overdue.
    /// </summary>
    public static readonly ReminderPolicy Default = new() { Id = Guid.Empty };

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>For the projects of one unit; null for all units.</summary>
    public Guid? UnitId { get; init; }

    /// <summary>For the projects of one template, in any version; null for all.</summary>
    public string? TemplateId { get; init; }

    /// <summary>For one kind of deadline, one of <see cref="DeadlineKinds"/>; null for all.</summary>
    public string? Kind { get; init; }

    /// <summary>Unit, template and kind in one column, because a unique key over blanks would let doubles through.</summary>
    public string Key
    {
        get => KeyOf(UnitId, TemplateId, Kind);
        private set { }
    }

    /// <summary>Comma-separated days before the due date, largest first; null for those of the deadline itself.</summary>
    public string? Offsets { get; set; }

    public OverdueRepeat Repeat { get; set; }

    /// <summary>Comma-separated <see cref="ReminderRole"/>s that are told from the first step on.</summary>
    public string Audience { get; set; } = nameof(ReminderRole.Responsible);

    /// <summary>The managers are told after this many days overdue; 0 with the first overdue step; null never.</summary>
    public int? ManagersAfter { get; set; } = 0;

    /// <summary>The head of the unit is told after this many days overdue; 0 with the first overdue step; null never.</summary>
    public int? HeadAfter { get; set; }

    /// <summary>With this many days left, or fewer, a reminder is urgent: it goes in a mail of its own and on days off. Null: none is.</summary>
    public int? UrgentDays { get; set; }

    /// <summary>What is not urgent waits for the unit's next working day.</summary>
    public bool SkipsDaysOff { get; set; }

    public int Version { get; set; }

    /// <summary>Nobody made it.</summary>
    public bool IsDefault => Id == Guid.Empty;

    /// <summary><see cref="Audience"/> as roles.</summary>
    public IReadOnlyList<ReminderRole> Roles =>
        [.. Audience.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<ReminderRole>)];

    /// <summary>Value of <see cref="Key"/> for these.</summary>
    public static string KeyOf(Guid? unitId, string? templateId, string? kind) => $"{unitId}/{templateId}/{kind}";

    /// <summary>True when a deadline with so many days left is urgent.</summary>
    /// <param name="daysLeft">Negative is overdue.</param>
    public bool IsUrgent(int daysLeft) => daysLeft <= UrgentDays;

    /// <summary>True when what is owed today has to wait for a working day.</summary>
    public bool Waits(int daysLeft, bool isWorkingDay) => SkipsDaysOff && !isWorkingDay && !IsUrgent(daysLeft);

    /// <summary>All steps, the latest first.</summary>
    /// <param name="own">The deadline's own steps, for policies that bring none.</param>
    /// <param name="after">Only those after so many days overdue, and that day itself; 0 for all overdue ones; null for all.</param>
    public IReadOnlyList<int> Steps(IReadOnlyList<int> own, int? after)
    {
        var all = (Offsets is null ? own : Deadline.ReadOffsets(Offsets)).Concat(OverdueSteps());
        if (after is { } days)
            all = all.Where(step => step < -days).Concat(days > 0 ? [-days] : []);
        return [.. all.Distinct().Order()];
    }

    private IEnumerable<int> OverdueSteps()
    {
        var every = Repeat switch
        {
            OverdueRepeat.None => 0,
            OverdueRepeat.Daily => 1,
            OverdueRepeat.EveryThreeDays => 3,
            OverdueRepeat.Weekly => 7,
            _ => throw new InvalidOperationException($"Unknown repetition {Repeat}."),
        };
        for (var days = 1; every > 0 && days <= LongestOverdue; days += every)
            yield return -days;
    }
}

/// <summary>All policies, to find the one that holds for a deadline.</summary>
public sealed class ReminderPolicies(IEnumerable<ReminderPolicy> policies)
{
    private readonly Dictionary<string, ReminderPolicy> _byKey = policies.ToDictionary(policy => policy.Key);
    private readonly Dictionary<(Guid, string, string), ReminderPolicy> _found = [];

    /// <summary>Every policy and the product's default.</summary>
    public IEnumerable<ReminderPolicy> All => _byKey.Values.Append(ReminderPolicy.Default);

    /// <summary>The most specific policy: the unit counts most, then the template, then the kind.</summary>
    public ReminderPolicy For(Guid unitId, string templateId, string kind)
    {
        if (_found.TryGetValue((unitId, templateId, kind), out var known))
            return known;
        var keys = from unit in new Guid?[] { unitId, null }
                   from template in new[] { templateId, null }
                   from sort in new[] { kind, null }
                   select ReminderPolicy.KeyOf(unit, template, sort);
        return _found[(unitId, templateId, kind)] = keys.Select(_byKey.GetValueOrDefault).FirstOrDefault(policy => policy is not null) ?? ReminderPolicy.Default;
    }
}
