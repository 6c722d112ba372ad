using ProjectCycle.Domain;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Reminders;
using ProjectCycle.Features.People;

namespace ProjectCycle.Features.Reminders;

/// <summary>What would go out on a morning, to whom and why, in the units whose reminders the person manages. Nothing is written.</summary>
public sealed class PreviewReminders(PlanReminders plan, CurrentUser user, TimeProvider clock)
{
    /// <summary>A preview looks at most this many days ahead: what happens until then changes what is owed.</summary>
    public const int MostDaysAhead = 365;

    /// <summary>The next morning in <paramref name="zone"/> on which reminders go out.</summary>
    public DateOnly NextMorning(IndonesianZone zone) => Mornings.Last(zone, clock.GetUtcNow().UtcDateTime).AddDays(1);

    /// <summary>The run of the morning of <paramref name="day"/> as it would be with the rows as they are now.</summary>
    public async Task<Outcome<ReminderSummary>> HandleAsync(DateOnly day, CancellationToken cancellation)
    {
        if (!user.Can(Rights.ManageReminders))
            return Refusals.NotAllowed;
        var today = IndonesianZone.Wib.Today(clock);
        if (day < today.AddDays(-1) || day > today.AddDays(MostDaysAhead))
            return new Refusal("day-out-of-range", "Day", MostDaysAhead);
        var scope = user.Scope(Rights.ManageReminders);
        return await plan.PreviewAsync(scope.All ? null : scope.UnitIds, day, cancellation);
    }
}
