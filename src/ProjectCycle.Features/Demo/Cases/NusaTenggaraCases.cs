using ProjectCycle.Domain.Actors;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.Identification;
using ProjectCycle.Domain.Intent;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Projects;
using ProjectCycle.Features.Intent;
using ProjectCycle.Features.Projects;
using static ProjectCycle.Domain.Cycles.StateCodes;

namespace ProjectCycle.Features.Demo.Cases;

/// <summary>West Nusa Tenggara, with the Zhejiang sister province in depth, and Bali.</summary>
internal static class NusaTenggaraCases
{
    private static readonly DateOnly ZhejiangSigned = new(2015, 6, 10);

    public static IReadOnlyList<DemoCase> All(DateOnly today) => [Zhejiang(), Prisma(), Dior(today)];

    /// <summary>The MoU's date is known, the stages before it are not; the holds name the obstacles of the study.</summary>
    private static DemoCase Zhejiang() => new()
    {
        Code = "NTB-ZHEJIANG",
        Unit = DemoUnits.Ntb,
        Template = "ksdpl",
        Name = new("Sister province NTB - Zhejiang", "Provinsi kembar NTB - Zhejiang"),
        Facts = new(
            "MoU of 10 June 2015 on six fields, begun with an invitation of the Chinese consul-general in Denpasar. Infrastructure: no activity. Agriculture: exchange of inputs and information. Mining: talk only. Marine affairs: below target. Culture and tourism: succeeded, with Imlek 2016 in NTB. Capacity: exchanges of officials went well. Obstacles: limited budget (O4.1), few professionals and slow communication (O5.1), electricity shortage with blackouts at Senggigi (O8.4), threats from outside such as drugs and illegal fishing (O9). Holds and evidence here are samples.",
            "MoU 10 Juni 2015 untuk enam bidang, berawal dari undangan Konsul Jenderal Tiongkok di Denpasar. Infrastruktur: belum ada kegiatan. Pertanian: pertukaran sarana dan informasi. Pertambangan: baru pembicaraan. Kelautan: di bawah target. Budaya dan pariwisata: berhasil, antara lain Imlek 2016 di NTB. Peningkatan kapasitas: pertukaran pejabat berjalan baik. Hambatan: anggaran terbatas (O4.1), tenaga profesional sedikit dan komunikasi lambat (O5.1), kekurangan listrik dengan pemadaman di Senggigi (O8.4), ancaman dari luar seperti narkoba dan penangkapan ikan ilegal (O9). Penundaan dan bukti di sini adalah contoh."),
        Source = Sources.Ntb,
        HasSampleDates = true,
        Sector = "43010",
        Partners = [("Zhejiang", PartnerRole.Implementing)],
        Agreement = DemoPartners.ZhejiangMou,
        Dates = KeyDates.Unknown with { SignedOn = ZhejiangSigned },
        Owner = Role.Manager,
        RegisteredOn = -420,
        History =
        [
            new StageEntry(StateCodes.Identification, ZhejiangSigned.AddDays(-300)),
            new StageEntry(StateCodes.Preparation, ZhejiangSigned.AddDays(-220)),
            new StageEntry(StateCodes.Appraisal, ZhejiangSigned.AddDays(-140)),
            new StageEntry(StateCodes.Negotiation, ZhejiangSigned.AddDays(-70)),
            new StageEntry(Implementation, ZhejiangSigned),
        ],
        Story =
        [
            new Involve(-418, ActorKind.Diaspora, "Konsulat Jenderal Tiongkok di Denpasar", "Undangannya mengawali kerja sama ini."),
            new Involve(-418, ActorKind.RegionalGovernment, "Pemerintah Provinsi Zhejiang", "Mitra dalam MoU enam bidang."),
            new Involve(-418, ActorKind.HomeAffairs, "Kementerian Dalam Negeri", "Contoh: menerima laporan tahunan."),
            new Attach(-415, "signed-mou", "MoU NTB-Zhejiang 10 Juni 2015 (contoh)"),
            new Attach(-410, "action-plan", "Rencana kerja enam bidang (contoh)"),
            new Chart(-408, new()
            {
                Kind = MapKind.Potential, Sector = "Pertanian", Subject = "Mata pencaharian yang mirip: bertani", Priority = 2, EvidenceFigure = "Contoh: jumlah rumah tangga tani", EvidenceSource = "Kajian provinsi kembar NTB-Zhejiang; angka: contoh",
                ResponsibleOffice = "Dinas Pertanian (contoh)", OwnStrength = "Pertukaran sarana dan informasi pertanian sudah berjalan.", Offered = "Contoh: lahan percobaan dan kelompok tani.", Sought = Wants.Technology | Wants.Market,
                OtherActors = "Contoh: universitas, kelompok tani.",
            }),
            new Chart(-408, new()
            {
                Kind = MapKind.Potential, Sector = "Kelautan dan perikanan", Subject = "Mata pencaharian yang mirip: menangkap ikan", Priority = 3, EvidenceFigure = "Contoh: produksi ikan per tahun", EvidenceSource = "Kajian provinsi kembar NTB-Zhejiang; angka: contoh",
                ResponsibleOffice = "Dinas Kelautan dan Perikanan (contoh)", OwnWeakness = "Bidang kelautan di bawah target; ancaman penangkapan ikan ilegal.", Sought = Wants.Technology | Wants.Training | Wants.Investment,
            }),
            new Chart(-408, new()
            {
                Kind = MapKind.Need, Sector = "Energi", Subject = "Pasokan listrik untuk pariwisata", Priority = 1, Problem = "Kekurangan listrik dengan pemadaman di Senggigi menghambat investasi pariwisata.",
                EvidenceFigure = "Contoh: lama pemadaman per bulan", EvidenceSource = "Kajian provinsi kembar NTB-Zhejiang; angka: contoh", ResponsibleOffice = "Dinas ESDM (contoh)", Sought = Wants.Investment | Wants.Funds,
            }),
            new Judge(-407, "Contoh: diperiksa kembali untuk MoU 2015.", "permendagri-3-2008"),
            new Plan(-408, new() { Subject = "Provinsi kembar NTB - Zhejiang, MoU 10 Juni 2015. / Sister province NTB - Zhejiang, MoU of 10 June 2015." }, SixFields()),
            new Set(-405, -290, "Rapat koordinasi enam bidang (contoh)", Role.Manager),
            new Move(-370, MoveKind.Hold, "Contoh: anggaran kunjungan terbatas.", "O4.1"),
            new Move(-320, MoveKind.Resume, "Contoh: anggaran perubahan tersedia."),
            new Attach(-295, "activity-report", "Notulen rapat koordinasi enam bidang (contoh)", AsText: true),
            new Meet(-292, "Rapat koordinasi enam bidang (contoh)"),
            new Move(-250, MoveKind.Hold, "Contoh: belum ada penghubung berbahasa Mandarin; surat-menyurat lambat.", "O5.1"),
            new Move(-215, MoveKind.Resume, "Contoh: penghubung sudah ditunjuk."),
            new Move(-150, MoveKind.Hold, "Contoh: promosi investasi pariwisata menunggu pasokan listrik Senggigi; risiko dari luar (O9) dicatat.", "O8.4"),
            new Move(-95, MoveKind.Resume, "Contoh: dilanjutkan dengan bidang budaya dan pertukaran pejabat."),
            new Attach(-60, "yearly-report", "Laporan pelaksanaan enam bidang (contoh)"),
            new Set(-58, -9, "Laporan tahunan kepada Kementerian Dalam Negeri (contoh)"),
            new Set(-58, 1, "Undangan Imlek kepada Pemerintah Zhejiang (contoh)"),
            new Set(-58, 5, "Usulan anggaran kunjungan balasan (contoh)", Role.Finance),
            new Set(-58, 95, "Putuskan perpanjangan MoU (contoh)", Role.Manager),
        ],
    };

    /// <summary>What came of them is told by the study; targets, offices and shares are not.</summary>
    private static IReadOnlyList<FieldInput> SixFields() =>
    [
        Field("Infrastruktur / Infrastructure", FieldOutcome.NoActivity, "Belum ada kegiatan. / No activity."),
        Field("Pertanian / Agriculture", FieldOutcome.UnderWay, "Pertukaran sarana dan informasi. / Exchange of inputs and information."),
        Field("Pertambangan / Mining", FieldOutcome.NotBegun, "Baru pembicaraan. / Talk only."),
        Field("Kelautan / Marine affairs", FieldOutcome.BelowTarget, "Di bawah target. / Below target."),
        Field("Budaya dan pariwisata / Culture and tourism", FieldOutcome.Achieved, "Berhasil: Imlek 2016 di NTB. / Succeeded: Imlek 2016 in NTB."),
        Field("Peningkatan kapasitas / Capacity", FieldOutcome.UnderWay, "Pertukaran pejabat berjalan baik. / Exchanges of officials went well."),
    ];

    private static FieldInput Field(string name, FieldOutcome outcome, string note) => new() { Name = name, Outcome = outcome, OutcomeNote = note };

    private static DemoCase Prisma() => new()
    {
        Code = "NTB-PRISMA",
        Unit = DemoUnits.Ntb,
        Template = "technical-cooperation",
        Name = new("AIP-PRISMA: markets for smallholders", "AIP-PRISMA: pasar bagi petani kecil"),
        Facts = new(
            "28 October 2013 to 2017 with Dinas Pertanian: 30 per cent more net income for 300,000 smallholders by June 2017. The period has ended.",
            "28 Oktober 2013 sampai 2017 bersama Dinas Pertanian: kenaikan pendapatan bersih 30 persen bagi 300.000 petani kecil sampai Juni 2017. Periodenya telah berakhir."),
        Source = Sources.Ntb,
        HasSampleDates = true,
        Sector = "31120",
        Partners = [("AIP", PartnerRole.Funding)],
        Owner = Role.Staff,
        History =
        [
            .. Stages.UpTo(Implementation, new DateOnly(2013, 10, 28)),
            new StageEntry(Evaluation, new DateOnly(2017, 7, 3)),
        ],
        RegisteredOn = -52,
        Story = [.. TechnicalCooperationGates.Evaluation(-30, "Periode berakhir 2017; ditutup setelah didaftarkan. / The period ended in 2017; closed after it was registered.")],
    };

    private static DemoCase Dior(DateOnly today) => new()
    {
        Code = "BALI-DIOR-ENDEK",
        Unit = DemoUnits.Bali,
        Name = new("Endek in Dior's Spring/Summer 2021", "Endek dalam koleksi Musim Semi/Panas 2021 Dior"),
        Facts = new(
            "Christian Dior Couture SA used Balinese endek in its Spring/Summer 2021 collection; three years of training.",
            "Christian Dior Couture SA memakai endek Bali dalam koleksi Musim Semi/Panas 2021; pelatihan selama tiga tahun."),
        Source = Sources.Module,
        HasSampleDates = true,
        Partners = [("Dior", PartnerRole.Implementing)],
        History = Stages.UpTo(Implementation, today.AddDays(-400)),
        Story = [new Set(-40, 18, "Laporan pelatihan penenun (contoh)")],
    };
}
