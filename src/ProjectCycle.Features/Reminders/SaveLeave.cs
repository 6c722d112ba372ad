using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Reminders;
using ProjectCycle.Features.People;

namespace ProjectCycle.Features.Reminders;

/// <summary>A leave as a form hands it over.</summary>
public sealed record LeaveInput
{
    /// <summary>Who is away.</summary>
    public required Guid UserId { get; init; }

    public Guid? DelegateId { get; init; }
    public DateOnly? From { get; init; }
    public DateOnly? Until { get; init; }
}

/// <summary>Enters and removes leave: one's own, or that of people of one's units by who manages their reminders.</summary>
public sealed class SaveLeave(AppDbContext db, CurrentUser user)
{
    /// <summary>Nobody is away for longer in one go; a longer one is a change of who is responsible.</summary>
    private const int LongestDays = 366;

    /// <summary>Enters a leave.</summary>
    public async Task<Outcome<Guid>> AddAsync(LeaveInput input, CancellationToken cancellation)
    {
        if (!await MayEnterForAsync(input.UserId, cancellation))
            return Refusals.NotAllowed;
        if (await FaultsAsync(input, cancellation) is { Count: > 0 } faults)
            return faults;
        var leave = new Leave { UserId = input.UserId, DelegateId = input.DelegateId!.Value, From = input.From!.Value, Until = input.Until!.Value };
        db.Add(leave);
        await db.SaveChangesAsync(cancellation);
        return leave.Id;
    }

    /// <summary>Removes a leave: the person gets their reminders themselves again. What the delegate got stays on record.</summary>
    public async Task<Outcome<Done>> RemoveAsync(Guid id, CancellationToken cancellation)
    {
        var leave = await db.Leaves.FirstOrDefaultAsync(l => l.Id == id, cancellation);
        if (leave is null || !await MayEnterForAsync(leave.UserId, cancellation))
            return Refusals.NotFound;
        db.Remove(leave);
        await db.SaveChangesAsync(cancellation);
        return default(Done);
    }

    private async Task<bool> MayEnterForAsync(Guid userId, CancellationToken cancellation)
    {
        if (!user.IsSignedIn || userId == user.Id)
            return user.IsSignedIn;
        var scope = user.Scope(Rights.ManageReminders);
        var units = scope.UnitIds;
        return scope.All || await db.UnitMemberships.AnyAsync(m => m.UserId == userId && units.Contains(m.UnitId), cancellation);
    }

    private async Task<List<Refusal>> FaultsAsync(LeaveInput input, CancellationToken cancellation)
    {
        var faults = Fields.Date(input.From, nameof(input.From)).Concat(Fields.Date(input.Until, nameof(input.Until))).ToList();
        if (input.From is null)
            faults.Add(new Refusal("required", nameof(input.From)));
        if (input.Until is null)
            faults.Add(new Refusal("required", nameof(input.Until)));
        if (input.Until < input.From || input.Until?.DayNumber - input.From?.DayNumber > LongestDays)
            faults.Add(new Refusal("bad-leave", nameof(input.Until), LongestDays));
        if (!await IsColleagueAsync(input, cancellation))
            faults.Add(new Refusal("unknown-delegate", nameof(input.DelegateId)));
        if (await db.Leaves.AnyAsync(l => l.UserId == input.UserId && l.From <= input.Until && l.Until >= input.From, cancellation))
            faults.Add(new Refusal("leave-overlaps", nameof(input.From)));
        return faults;
    }

    /// <summary>The delegate is there, is somebody else, and works in a unit of the person.</summary>
    private Task<bool> IsColleagueAsync(LeaveInput input, CancellationToken cancellation) =>
        db.Users.AnyAsync(
            u => u.Id == input.DelegateId && u.Id != input.UserId && u.IsActive
                && u.Units.Any(m => db.UnitMemberships.Any(own => own.UserId == input.UserId && own.UnitId == m.UnitId)),
            cancellation);
}
