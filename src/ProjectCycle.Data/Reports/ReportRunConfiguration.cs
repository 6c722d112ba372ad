using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ProjectCycle.Data.People;
using ProjectCycle.Domain.Reports;

namespace ProjectCycle.Data.Reports;

internal sealed class ReportRunConfiguration : IEntityTypeConfiguration<ReportRun>
{
    public void Configure(EntityTypeBuilder<ReportRun> run)
    {
        run.ToTable("ReportRuns");
        run.Property(r => r.Report).HasMaxLength(60);
        run.Property(r => r.Language).HasMaxLength(5);
        run.Property(r => r.FileHash).HasMaxLength(64);
        run.HasOne<User>().WithMany().HasForeignKey(r => r.RequestedById);
        run.HasIndex(r => new { r.RequestedById, r.RequestedAt });
    }
}
