using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ProjectCycle.Domain.Background;

namespace ProjectCycle.Data.Background;

internal sealed class OutboxMessageConfiguration : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> message)
    {
        message.ToTable("OutboxMessages");
        message.Property(m => m.Kind).HasMaxLength(60);
        message.Property(m => m.Key).HasMaxLength(200);
        message.Property(m => m.LeasedBy).HasMaxLength(200);
        message.HasIndex(m => m.Key).IsUnique();
        message.HasIndex(m => new { m.State, m.DueAt });
    }
}

internal sealed class JobRunConfiguration : IEntityTypeConfiguration<JobRun>
{
    public void Configure(EntityTypeBuilder<JobRun> run)
    {
        run.ToTable("JobRuns");
        run.Property(r => r.JobId).HasMaxLength(60);
        run.Property(r => r.Node).HasMaxLength(200);
        run.HasIndex(r => new { r.JobId, r.StartedAt });
    }
}
