using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ProjectCycle.Data;
using ProjectCycle.Data.People;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Language;
using ProjectCycle.Domain.Notices;
using ProjectCycle.Domain.Projects;
using ProjectCycle.Features.Cycles;
using ProjectCycle.Features.Mail;

namespace ProjectCycle.Features.Deadlines;

/// <summary>
/// Finds every reminder owed in a zone up to a day and writes it: delivery rows, one mail per person and the message that
/// sends it, in one transaction per person. Safe to run at any time, any number of times and on several nodes at once: the
/// delivery rows' key lets each step through once.
/// </summary>
public sealed class PlanReminders(
    IServiceScopeFactory scopes, Postbox postbox, MailOptions options, TemplateCatalog templates, TimeProvider clock, ILogger<PlanReminders> logger)
{
    /// <summary>Lines of one mail. More are counted in it, and the list it links to has them all.</summary>
    public const int MostLines = 1000;

    private const int ChunkSize = 500;
    private const int MostTries = 3;

    /// <summary>Plans for the units of <paramref name="zone"/> as of <paramref name="asOf"/>; a dry run only tells what it would do.</summary>
    public async Task<ReminderSummary> RunAsync(IndonesianZone zone, DateOnly asOf, bool dryRun, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        await templates.RefreshAsync(cancellation); // a node that serves no pages learns of new versions here
        var audience = await ReminderAudience.LoadAsync(db, clock, cancellation);
        var totals = new Totals(asOf);
        foreach (var (person, deadlines) in await FindOwedAsync(db, audience, zone, asOf, cancellation))
            await PlanForAsync(person, deadlines, audience, asOf, dryRun, totals, cancellation);
        return totals.ToSummary();
    }

    /// <summary>Streams the deadlines that may be due and keeps, per person, only the ids of those with a step owed.</summary>
    private static async Task<Dictionary<User, List<OwedDeadline>>> FindOwedAsync(
        AppDbContext db, ReminderAudience audience, IndonesianZone zone, DateOnly asOf, CancellationToken cancellation)
    {
        var open = OpenDeadlines(db).Where(x => db.Units.Any(u => u.Id == x.Project.UnitId && u.Zone == zone));
        var offsets = (await open.Select(x => x.Deadline.Offsets).Distinct().ToListAsync(cancellation)).ToDictionary(o => o, Deadline.ReadOffsets);
        var owed = new Dictionary<User, List<OwedDeadline>>();
        var latest = asOf.AddDays(offsets.Values.SelectMany(days => days).DefaultIfEmpty().Max());
        var candidates = open.Where(x => x.Deadline.DueOn <= latest).OrderBy(x => x.Deadline.Id).Select(x => new
        {
            x.Deadline.Id,
            x.Deadline.DueOn,
            x.Deadline.Offsets,
            MainId = x.Deadline.ResponsibleId ?? x.Project.OwnerId,
            x.Project.UnitId,
            Recorded = db.ReminderDeliveries.Where(r => r.DeadlineId == x.Deadline.Id && r.DueOn == x.Deadline.DueOn)
                .Select(r => new { r.RecipientId, r.Offset }).ToList(),
        });
        await foreach (var deadline in candidates.AsAsyncEnumerable().WithCancellation(cancellation))
        {
            foreach (var addressee in audience.Of(deadline.MainId, deadline.UnitId))
            {
                var recorded = deadline.Recorded.Where(r => r.RecipientId == addressee.Person.Id).Select(r => r.Offset).ToList();
                if (ReminderPolicy.Owed(deadline.DueOn, addressee.StepsOf(offsets[deadline.Offsets]), asOf, recorded) is null)
                    continue;
                if (!owed.TryGetValue(addressee.Person, out var deadlines))
                    owed[addressee.Person] = deadlines = [];
                deadlines.Add(new OwedDeadline(deadline.Id, addressee));
            }
        }
        return owed;
    }

    /// <summary>One person's trouble keeps nobody else from being reminded.</summary>
    private async Task PlanForAsync(
        User person, List<OwedDeadline> deadlines, ReminderAudience audience, DateOnly asOf, bool dryRun, Totals totals, CancellationToken cancellation)
    {
        try
        {
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    await WriteAsync(person, deadlines, audience, asOf, dryRun, totals, cancellation);
                    return;
                }
                catch (DbUpdateException e) when (e.IsUniqueViolation() && attempt < MostTries)
                {
                    // Another node was quicker: look again at what is still owed.
                }
            }
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            logger.LogError(e, "Reminders for user {UserId} could not be planned", person.Id);
            totals.Failures.Add($"{person.DisplayName}: {e.GetBaseException().Message}");
        }
    }

    private async Task WriteAsync(
        User person, List<OwedDeadline> deadlines, ReminderAudience audience, DateOnly asOf, bool dryRun, Totals totals, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var steps = await LoadStepsAsync(db, person, deadlines, audience, asOf, cancellation);
        var mailed = steps.Where(s => s.Suppressed is null).ToList();
        if (!dryRun && steps.Count > 0)
        {
            var mail = mailed.Count > 0 ? postbox.Post(db, person, Digest(person, mailed, asOf), Morning(mailed, asOf)) : null;
            db.AddRange(steps.SelectMany(step => Deliveries(step, person, mail?.Id, asOf)));
            await db.SaveChangesAsync(cancellation);
        }
        totals.Add(steps, mailed.Count, dryRun ? person : null);
    }

    /// <summary>What is owed by the rows as they are now.</summary>
    private static async Task<List<OwedStep>> LoadStepsAsync(
        AppDbContext db, User person, List<OwedDeadline> deadlines, ReminderAudience audience, DateOnly asOf, CancellationToken cancellation)
    {
        var addressees = deadlines.ToDictionary(d => d.Id, d => d.Addressee);
        var steps = new List<OwedStep>();
        foreach (var ids in addressees.Keys.Chunk(ChunkSize))
        {
            var rows = await OpenDeadlines(db).Where(x => ids.Contains(x.Deadline.Id)).Select(x => new
            {
                x.Deadline,
                x.Project,
                Recorded = db.ReminderDeliveries
                    .Where(r => r.DeadlineId == x.Deadline.Id && r.DueOn == x.Deadline.DueOn && r.RecipientId == person.Id)
                    .Select(r => r.Offset).ToList(),
            }).ToListAsync(cancellation);
            foreach (var row in rows)
            {
                var offsets = addressees[row.Deadline.Id].StepsOf(row.Deadline.OffsetDays);
                if (ReminderPolicy.Owed(row.Deadline.DueOn, offsets, asOf, row.Recorded) is { } owed)
                    steps.Add(new OwedStep(row.Deadline, row.Project, owed, audience.SuppressionOf(person, row.Project.UnitId, row.Project.AgreementId)));
            }
        }
        return [.. steps.OrderBy(s => s.Deadline.DueOn).ThenBy(s => s.Project.Code, StringComparer.Ordinal).ThenBy(s => s.Deadline.Id)];
    }

    /// <summary>The step itself and, as collapsed, the older ones it stands for.</summary>
    private static IEnumerable<ReminderDelivery> Deliveries(OwedStep step, User person, Guid? mailId, DateOnly asOf)
    {
        yield return Delivery(step.Owed.Offset, step.Suppressed is null ? mailId : null, step.Suppressed);
        foreach (var offset in step.Owed.Collapsed)
            yield return Delivery(offset, null, SuppressionReasons.Collapsed);

        ReminderDelivery Delivery(int offset, Guid? mail, string? suppressed) => new()
        {
            DeadlineId = step.Deadline.Id,
            DueOn = step.Deadline.DueOn,
            Offset = offset,
            RecipientId = person.Id,
            PlannedOn = asOf,
            MailId = mail,
            Suppressed = suppressed,
        };
    }

    private ReminderDigest Digest(User person, List<OwedStep> steps, DateOnly asOf)
    {
        var language = Languages.OrDefault(person.Language);
        var items = steps.Take(MostLines).Select(step => new DigestItem(
            step.Project.Code,
            step.Project.Name.In(language),
            StageName(step, language),
            step.Deadline.Title.In(language),
            MailComposer.Date(step.Deadline.DueOn, language),
            IsOverdue: step.Deadline.DueOn < asOf,
            Days: Math.Abs(step.Deadline.DueOn.DayNumber - asOf.DayNumber),
            options.Link(DeadlineLinks.OfProject(step.Project.Code))));
        return new ReminderDigest(person.DisplayName, MailComposer.Date(asOf, language), [.. items], steps.Count, options.Link(DeadlineLinks.Mine));
    }

    private static Notice Morning(List<OwedStep> steps, DateOnly asOf) => new()
    {
        Kind = NoticeKind.Reminders,
        Count = steps.Count,
        Late = steps.Count(step => step.Deadline.DueOn < asOf),
        Path = DeadlineLinks.Mine,
    };

    private string StageName(OwedStep step, string language) =>
        templates.Find(step.Project.TemplateId, step.Project.TemplateVersion)
            ?.States.FirstOrDefault(s => s.Code == step.Deadline.StageCode)?.Name.In(language) ?? step.Deadline.StageCode;

    private static IQueryable<OpenDeadline> OpenDeadlines(AppDbContext db) =>
        db.OpenDeadlines.AsNoTracking()
            .Join(db.Projects.AsNoTracking(), d => d.ProjectId, p => p.Id, (d, p) => new OpenDeadline { Deadline = d, Project = p });

    private sealed class OpenDeadline
    {
        public required Deadline Deadline { get; init; }
        public required Project Project { get; init; }
    }

    private sealed record OwedDeadline(Guid Id, Addressee Addressee);

    private sealed record OwedStep(Deadline Deadline, Project Project, OwedReminder Owed, string? Suppressed);

    private sealed class Totals(DateOnly asOf)
    {
        private readonly List<PlannedReminder> _planned = [];
        private int _mails;
        private int _reminders;
        private int _suppressed;
        private int _collapsed;

        public List<string> Failures { get; } = [];

        public void Add(List<OwedStep> steps, int mailed, User? listedFor)
        {
            _mails += mailed > 0 ? 1 : 0;
            _reminders += mailed;
            _suppressed += steps.Count - mailed;
            _collapsed += steps.Sum(s => s.Owed.Collapsed.Count);
            if (listedFor is not null)
                _planned.AddRange(steps.Select(s => new PlannedReminder(listedFor.DisplayName, listedFor.Email ?? "", s.Project.Code, s.Deadline.Title, s.Deadline.DueOn, s.Owed.Offset, s.Suppressed)));
        }

        public ReminderSummary ToSummary() => new(asOf, _mails, _reminders, _suppressed, _collapsed, _planned, Failures);
    }
}
