using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Reminders;
using ProjectCycle.Features.Audit;
using ProjectCycle.Features.Cycles;
using ProjectCycle.Features.People;

namespace ProjectCycle.Features.Reminders;

/// <summary>A policy as a form hands it over.</summary>
public sealed record ReminderPolicyInput
{
    /// <summary>Null for all units, which only who reaches every unit may set.</summary>
    public Guid? UnitId { get; init; }

    /// <summary>Blank for all templates.</summary>
    public string TemplateId { get; init; } = "";

    /// <summary>Blank for all kinds of deadlines.</summary>
    public string Kind { get; init; } = "";

    /// <summary>Days before the due date, as "90, 30, 14, 7, 1, 0"; blank for those of the deadline itself.</summary>
    public string Offsets { get; init; } = "";

    public OverdueRepeat Repeat { get; init; }
    public IReadOnlyList<ReminderRole> Audience { get; init; } = [];
    public int? ManagersAfter { get; init; }
    public int? HeadAfter { get; init; }
    public int? UrgentDays { get; init; }
    public bool SkipsDaysOff { get; init; }
}

/// <summary>Makes, changes and removes the policies of reminders: a unit's by its manager, those for all units by the administrator.</summary>
public sealed class SaveReminderPolicy(AppDbContext db, CurrentUser user, TemplateCatalog templates)
{
    /// <summary>A step lies at most a year before its deadline, and an escalation at most a year after.</summary>
    public const int FurthestDays = TemplateRules.FurthestReminder;

    private const int MostSteps = 20;

    /// <summary>Makes a policy, or changes the one with <paramref name="id"/> if it still has <paramref name="version"/>.</summary>
    public async Task<Outcome<Guid>> HandleAsync(Guid? id, ReminderPolicyInput input, int version, CancellationToken cancellation)
    {
        if (!user.Can(Rights.ManageReminders))
            return Refusals.NotAllowed;
        var known = id is null ? null : await FindAsync(id.Value, cancellation);
        if (id is not null && known is null)
            return Refusals.NotFound;
        if (known is null && !Reaches(input.UnitId))
            return Refusals.NotAllowed;
        if (await FaultsAsync(known, input, cancellation) is { Count: > 0 } faults)
            return faults;
        var policy = known ?? new ReminderPolicy { UnitId = input.UnitId, TemplateId = Blank(input.TemplateId), Kind = Blank(input.Kind) };
        Fill(policy, input);
        var saved = known is null ? await AddAsync(policy, cancellation) : await ChangeAsync(policy, version, cancellation);
        return saved.Succeeded ? policy.Id : saved.Refusals.ToList();
    }

    /// <summary>Removes a policy: the next wider one holds from then on.</summary>
    public async Task<Outcome<Done>> RemoveAsync(Guid id, int version, CancellationToken cancellation)
    {
        if (!user.Can(Rights.ManageReminders))
            return Refusals.NotAllowed;
        if (await FindAsync(id, cancellation) is not { } policy)
            return Refusals.NotFound;
        db.Expect(policy, version);
        db.Remove(policy);
        return await db.SaveOrTellAsync(nameof(ReminderPolicy), id, cancellation);
    }

    private bool Reaches(Guid? unitId)
    {
        var scope = user.Scope(Rights.ManageReminders);
        return unitId is { } unit ? scope.Reaches(unit) : scope.All;
    }

    private async Task<ReminderPolicy?> FindAsync(Guid id, CancellationToken cancellation) =>
        await db.ReminderPolicies.FirstOrDefaultAsync(p => p.Id == id, cancellation) is { } policy && Reaches(policy.UnitId) ? policy : null;

    private Task<Outcome<Done>> AddAsync(ReminderPolicy policy, CancellationToken cancellation) =>
        db.AddOrTellAsync(policy, db.ReminderPolicies.Where(p => p.Key == policy.Key).Select(p => p.Id), cancellation);

    private Task<Outcome<Done>> ChangeAsync(ReminderPolicy policy, int version, CancellationToken cancellation)
    {
        db.Expect(policy, version);
        return db.SaveOrTellAsync(nameof(ReminderPolicy), policy.Id, cancellation);
    }

    private static void Fill(ReminderPolicy policy, ReminderPolicyInput input)
    {
        policy.Offsets = StepsIn(input.Offsets) is { Count: > 0 } steps ? string.Join(',', steps.Distinct().OrderDescending()) : null;
        policy.Repeat = input.Repeat;
        policy.Audience = string.Join(',', input.Audience.Distinct().Order());
        policy.ManagersAfter = input.ManagersAfter;
        policy.HeadAfter = input.HeadAfter;
        policy.UrgentDays = input.UrgentDays;
        policy.SkipsDaysOff = input.SkipsDaysOff;
    }

    private async Task<List<Refusal>> FaultsAsync(ReminderPolicy? known, ReminderPolicyInput input, CancellationToken cancellation)
    {
        var faults = new List<Refusal>();
        if (StepsIn(input.Offsets) is not { } steps || steps.Count > MostSteps || steps.Exists(step => step is < 0 or > FurthestDays))
            faults.Add(new Refusal("bad-steps", nameof(input.Offsets), MostSteps, FurthestDays));
        if (input.Audience.Count == 0 || !input.Audience.All(Enum.IsDefined))
            faults.Add(new Refusal("required", nameof(input.Audience)));
        if (!Enum.IsDefined(input.Repeat))
            faults.Add(new Refusal("required", nameof(input.Repeat)));
        faults.AddRange(Days(input.ManagersAfter, nameof(input.ManagersAfter)));
        faults.AddRange(Days(input.HeadAfter, nameof(input.HeadAfter)));
        faults.AddRange(Days(input.UrgentDays, nameof(input.UrgentDays)));
        if (input.HeadAfter < input.ManagersAfter)
            faults.Add(new Refusal("head-before-managers", nameof(input.HeadAfter)));
        if (known is null)
            faults.AddRange(await PlaceFaultsAsync(input, cancellation));
        return faults;
    }

    /// <summary>For what it is made is fixed: another place is another policy.</summary>
    private async Task<List<Refusal>> PlaceFaultsAsync(ReminderPolicyInput input, CancellationToken cancellation)
    {
        var faults = new List<Refusal>();
        if (input.UnitId is { } unit && !await db.Units.AnyAsync(u => u.Id == unit, cancellation))
            faults.Add(new Refusal("unknown-unit", nameof(input.UnitId)));
        if (input.TemplateId.Length > 0 && templates.Current().All(t => t.Id != input.TemplateId))
            faults.Add(new Refusal("unknown-template", nameof(input.TemplateId)));
        if (input.Kind.Length > 0 && !KindChoices.Of(templates).Contains(input.Kind))
            faults.Add(new Refusal("unknown-kind", nameof(input.Kind)));
        var key = ReminderPolicy.KeyOf(input.UnitId, Blank(input.TemplateId), Blank(input.Kind));
        if (await db.ReminderPolicies.AnyAsync(p => p.Key == key, cancellation))
            faults.Add(new Refusal("policy-taken", nameof(input.Kind)));
        return faults;
    }

    private static IEnumerable<Refusal> Days(int? days, string field) =>
        days is < 0 or > FurthestDays ? [new Refusal("days-out-of-range", field, FurthestDays)] : [];

    /// <summary>Null when it is not a list of whole numbers.</summary>
    private static List<int>? StepsIn(string text)
    {
        var steps = new List<int>();
        foreach (var word in text.Split([',', ';', ' ', '/'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (!int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var step))
                return null;
            steps.Add(step);
        }
        return steps;
    }

    private static string? Blank(string text) => text.Length == 0 ? null : text;
}
