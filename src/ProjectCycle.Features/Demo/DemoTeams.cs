using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain.Actors;
using ProjectCycle.Features.Actors;
using ProjectCycle.Features.Work;

namespace ProjectCycle.Features.Demo;

/// <summary>
/// The coordination teams of the demo: Lampung's, which was set up in 2015 and does nothing, and a made-up one for Jambi that works.
/// Decree numbers, days and members are samples.
/// </summary>
internal sealed class DemoTeams(AppDbContext db, DemoClock clock, SaveDecree decree, SaveTeamMember members, SaveTeamTask tasks)
{
    /// <summary>Days from today on which all of it is entered.</summary>
    public const int EnteredOn = -6;

    /// <summary>Permanent members with the office that brings each of them in.</summary>
    private static readonly (TeamPosition Position, string Office)[] Permanent =
    [
        (TeamPosition.Chair, "Sekretaris Daerah"),
        (TeamPosition.Secretary, "Kepala Biro Kerja Sama"),
        (TeamPosition.Member, "Kepala unit pemerintahan"),
        (TeamPosition.Member, "Kepala unit keuangan"),
        (TeamPosition.Member, "Kepala unit pengelolaan aset"),
    ];

    /// <summary>Enters both teams.</summary>
    /// <param name="units">Ids by code.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task FormAsync(IReadOnlyDictionary<string, Guid> units, CancellationToken cancellation)
    {
        var lampung = units[DemoUnits.Lampung];
        await DecreeAsync(lampung, new DateOnly(2015, 7, 1),
            "Dibentuk tahun 2015; ada tetapi tidak aktif karena tidak dianggap mendesak. Nomor, tanggal dan anggota adalah contoh.", cancellation);
        await MembersAsync(lampung, new DateOnly(2015, 7, 1), cancellation);
        await TaskAsync(lampung, new TeamTaskInput { Kind = TeamTaskKind.Mapping, Note = "Contoh: peta potensi dan objek prioritas provinsi." }, cancellation);

        var jambi = units[DemoUnits.Jambi];
        await DecreeAsync(jambi, clock.Today.AddDays(-900), "Contoh.", cancellation);
        var chair = await MembersAsync(jambi, clock.Today.AddDays(-900), cancellation);
        await members.AddAsync(jambi, new TeamMemberInput { Name = "Kepala dinas pelaksana (contoh)", Office = "Kepala SKPD pelaksana", Since = clock.Today.AddDays(-300) }, cancellation);
        var wastewater = await db.Projects.Where(p => p.Code == "JMB-IPAL-TIMUR").Select(p => p.Id).SingleAsync(cancellation);
        await TaskAsync(jambi, new TeamTaskInput { Kind = TeamTaskKind.Evaluation, ProjectId = wastewater, MemberId = chair, DoneOn = clock.Today.AddDays(-440), Note = "Contoh: usulan dinilai layak." }, cancellation);
        await TaskAsync(jambi, new TeamTaskInput { Kind = TeamTaskKind.AgreementMaterial, ProjectId = wastewater, MemberId = chair, DueOn = clock.Today.AddDays(-50), DoneOn = clock.Today.AddDays(-55), Note = "Contoh: bahan negosiasi." }, cancellation);
        await TaskAsync(jambi, new TeamTaskInput { Kind = TeamTaskKind.Recommendation, ProjectId = wastewater, MemberId = chair, DueOn = clock.Today.AddDays(25), Note = "Contoh: menunggu persetujuan DPRD." }, cancellation);
    }

    private async Task DecreeAsync(Guid unit, DateOnly on, string note, CancellationToken cancellation) =>
        _ = (await decree.HandleAsync(unit, new DecreeInput { DecreeNumber = $"CONTOH/{on.Year}", DecreedOn = on, Note = note }, Workbench.NotYet, cancellation)).Value;

    /// <summary>The permanent members; yields the chair.</summary>
    private async Task<Guid> MembersAsync(Guid unit, DateOnly since, CancellationToken cancellation)
    {
        var ids = new List<Guid>();
        foreach (var (position, office) in Permanent)
            ids.Add((await members.AddAsync(unit, new TeamMemberInput { Name = $"{office} (contoh)", Office = office, Position = position, IsPermanent = true, Since = since }, cancellation)).Value);
        return ids[0];
    }

    private async Task TaskAsync(Guid unit, TeamTaskInput input, CancellationToken cancellation) => _ = (await tasks.AddAsync(unit, input, cancellation)).Value;
}
