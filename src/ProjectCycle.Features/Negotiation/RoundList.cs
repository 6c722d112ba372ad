using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain.Negotiation;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.People;

namespace ProjectCycle.Features.Negotiation;

/// <summary>A round as its page shows it.</summary>
/// <param name="Round">The round; its strategy is blank for who may not read it.</param>
/// <param name="Minutes">Title and newest file of the document with its minutes; null while there is none.</param>
public sealed record RoundRow(NegotiationRound Round, MinutesPaper? Minutes);

/// <summary>The document with the minutes of a round.</summary>
/// <param name="VersionId">Its newest file.</param>
public sealed record MinutesPaper(Guid Id, string Title, Guid VersionId);

/// <summary>A round to choose.</summary>
public sealed record RoundChoice(Guid Id, int Number, DateOnly HeldOn);

/// <summary>Reads the rounds of a project's negotiation.</summary>
public sealed class RoundList(AppDbContext db, CurrentUser user)
{
    /// <summary>All rounds, the latest first; none of a project that is not for this person. One query.</summary>
    public async Task<IReadOnlyList<RoundRow>> OfAsync(Guid project, CancellationToken cancellation) =>
        await Rows(Reached(project).OrderByDescending(r => r.Number)).ToListAsync(cancellation);

    /// <summary>One round, or null when it is not one of this project or not for this person.</summary>
    public async Task<NegotiationRound?> FindAsync(Guid project, Guid id, CancellationToken cancellation) =>
        (await Rows(Reached(project).Where(r => r.Id == id)).FirstOrDefaultAsync(cancellation))?.Round;

    /// <summary>For select boxes, the first first.</summary>
    public async Task<IReadOnlyList<RoundChoice>> ChoicesAsync(Guid project, CancellationToken cancellation) =>
        await Reached(project).OrderBy(r => r.Number).Select(r => new RoundChoice(r.Id, r.Number, r.HeldOn)).ToListAsync(cancellation);

    private IQueryable<NegotiationRound> Reached(Guid project) =>
        db.NegotiationRounds.AsNoTracking()
            .Where(r => r.ProjectId == project && db.Projects.Within(user.Scope(Rights.ViewProject)).Any(p => p.Id == r.ProjectId));

    /// <summary>The strategy leaves the database only for projects on which the person may read it.</summary>
    private IQueryable<RoundRow> Rows(IQueryable<NegotiationRound> rounds)
    {
        var mayReadStrategy = db.Projects.Within(user.Scope(Rights.ViewFallback));
        return rounds.Select(r => new RoundRow(
            new NegotiationRound
            {
                Id = r.Id,
                ProjectId = r.ProjectId,
                Number = r.Number,
                HeldOn = r.HeldOn,
                Place = r.Place,
                IsOnline = r.IsOnline,
                OurPeople = r.OurPeople,
                TheirPeople = r.TheirPeople,
                Background = r.Background,
                Goal = r.Goal,
                Strategy = mayReadStrategy.Any(p => p.Id == r.ProjectId) ? r.Strategy : "",
                WorkingLanguage = r.WorkingLanguage,
                TimeLimit = r.TimeLimit,
                WayOfDeciding = r.WayOfDeciding,
                StatementNote = r.StatementNote,
                DiscussionNote = r.DiscussionNote,
                AgreementNote = r.AgreementNote,
                PreparationDone = r.PreparationDone,
                OpeningDone = r.OpeningDone,
                StatementDone = r.StatementDone,
                DiscussionDone = r.DiscussionDone,
                AgreementDone = r.AgreementDone,
                Result = r.Result,
                MinutesId = r.MinutesId,
                Version = r.Version,
            },
            db.Documents.Where(d => d.Id == r.MinutesId)
                .Select(d => new MinutesPaper(d.Id, d.Title, d.Versions.OrderByDescending(v => v.Number).Select(v => v.Id).First()))
                .FirstOrDefault()));
    }
}
