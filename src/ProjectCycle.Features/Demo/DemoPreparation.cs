using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Preparation;
using ProjectCycle.Features.Preparation;
using ProjectCycle.Features.Work;

namespace ProjectCycle.Features.Demo;

/// <summary>Fills in studies and readiness criteria of the demo's projects.</summary>
internal sealed class DemoPreparation(AppDbContext db, DemoClock clock, SaveStudy study, SaveStudyPoint point, SaveReadiness readiness)
{
    /// <summary>The day on which the act happens.</summary>
    private DateOnly Now => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    /// <summary>Plays one act as the person who has the word.</summary>
    /// <param name="project">Its code.</param>
    /// <param name="act">A study, a point, a mark or a verification.</param>
    /// <param name="person">Who has the word, for what is to be seen to by them.</param>
    /// <param name="documentOf">The document with this title.</param>
    /// <param name="cancellation">Stops it.</param>
    public Task<Outcome<Done>> PlayAsync(string project, Act act, Guid person, Func<string, Guid> documentOf, CancellationToken cancellation) => act switch
    {
        Studied one => StudyAsync(project, one, one.Paper is { } title ? documentOf(title) : null, cancellation),
        Leaves one => LeaveAsync(project, one, person, cancellation),
        Ready one => MarkAsync(project, one, one.Paper is { } title ? documentOf(title) : null, person, cancellation),
        Verified one => VerifyAsync(project, one, cancellation),
        _ => throw new ArgumentOutOfRangeException(nameof(act)),
    };

    private Task<Outcome<Done>> StudyAsync(string project, Studied act, Guid? document, CancellationToken cancellation) => study.HandleAsync(project, act.Kind, new StudyInput
    {
        Scope = act.Kind switch
        {
            StudyKind.Technical => "Contoh: lokasi, teknologi, kapasitas dan pengoperasian.",
            StudyKind.Financing => "Contoh: biaya, dana pendamping dan tarif layanan.",
            StudyKind.Institutional => "Contoh: dinas pelaksana, PMU dan pengelola sesudah proyek.",
            StudyKind.FinancialManagement => "Contoh: pembukuan, audit dan pengadaan paket pertama.",
            StudyKind.Environmental => "Contoh: dampak terhadap air, udara dan warga sekitar.",
            _ => "Contoh: hasil yang dituju, indikator dan risikonya.",
        },
        Findings = act.Verdict == StudyVerdict.FeasibleWithConditions ? "Contoh: layak bila rencana pengelolaan lingkungan dijalankan." : "Contoh: layak.",
        Verdict = act.Verdict,
        Author = "Konsultan (contoh)",
        FinishedOn = Now,
        DocumentId = document,
    }, Workbench.NotYet, cancellation);

    private async Task<Outcome<Done>> LeaveAsync(string project, Leaves act, Guid person, CancellationToken cancellation)
    {
        var input = new StudyPointInput { Kind = act.Kind, Text = act.Text, OwnerId = person, DueOn = clock.Today.AddDays(act.Due) };
        var added = await point.AddAsync(project, input, cancellation);
        if (!added.Succeeded || act.ClosedOn is not { } closed)
            return added.Refusals.ToList();
        clock.GoTo(closed);
        return await point.ChangeAsync(added.Value, input with { ClosedOn = Now, Closing = "Contoh: sudah dimasukkan." }, version: 0, cancellation);
    }

    private async Task<Outcome<Done>> MarkAsync(string project, Ready act, Guid? document, Guid person, CancellationToken cancellation)
    {
        var isOut = act.State == ReadinessState.NotApplicable;
        return await readiness.HandleAsync(project, act.Criterion, new ReadinessInput
        {
            State = act.State,
            Reason = isOut ? act.Text : "",
            Note = isOut ? "" : act.Text,
            DocumentId = document,
            OwnerId = isOut ? null : person,
            DueOn = act.Due is { } due ? clock.Today.AddDays(due) : null,
        }, await VersionAsync(project, act.Criterion, cancellation) ?? Workbench.NotYet, cancellation);
    }

    private async Task<Outcome<Done>> VerifyAsync(string project, Verified act, CancellationToken cancellation) =>
        await readiness.VerifyAsync(project, act.Criterion, await VersionAsync(project, act.Criterion, cancellation) ?? Workbench.NotYet, cancellation);

    private Task<int?> VersionAsync(string project, string criterion, CancellationToken cancellation) =>
        db.ReadinessMarks.Where(m => m.Criterion == criterion && db.Projects.Any(p => p.Id == m.ProjectId && p.Code == project))
            .Select(m => (int?)m.Version).FirstOrDefaultAsync(cancellation);
}
